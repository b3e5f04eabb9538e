import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import '@pro-kid/elements/define/join.js';
import '@pro-kid/elements/define/pledge.js';
import type { JoinElement } from '@pro-kid/elements/join.js';
import type {} from '@pro-kid/elements/react.js';
import { postPledge } from '../../shared/post-pledge.ts';
import { storyTime } from '../../shared/story-time.ts';

export function App() {
  const isLive = useIsLive();
  const join = useRef<JoinElement>(null);
  const [news, setNews] = useState('');

  useEffect(() => {
    void join.current?.prefill({ givenName: 'Ana' });
  }, [isLive]);

  return (
    <main>
      <pro-kid-join
        key={String(isLive)}
        ref={join}
        endpoint="https://sign-up.example/submissions"
        partner="first-steps"
        telephone="optional"
        postalCode="hidden"
        onpro-kid-delivered={({ kind, outcome }) => setNews(`${kind} ${outcome}`)}
      >
        <p>The form could not be loaded.</p>
      </pro-kid-join>
      <output>{news}</output>

      {isLive && <pro-kid-pledge definition={storyTime} deliver={postPledge} />}
    </main>
  );
}

/**
 * Whether the page is live, and no longer as a server made it: React gives listeners and properties
 * only to elements that it makes itself.
 */
function useIsLive(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
}
