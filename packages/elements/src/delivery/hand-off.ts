import type { Answer, HandOff, Outcome } from '@pro-kid/client';

/** Does what a format asks of the page itself. Rejects where it broke off, as `fetch` does. */
export function handOff(handOff: HandOff, signal: AbortSignal): Promise<Answer | Outcome> {
  return handOff.handOff === 'script' ? runScript(handOff, signal) : showInNewTab(handOff, signal);
}

const LOOK_EVERY = 100;

/**
 * Posts a form into a new tab. It counts as sent once the service's page stands there: until then the
 * tab is ours and its address can be read, which a policy of the page may have left at `about:blank`.
 */
async function showInNewTab(
  { url, fields }: Extract<HandOff, { handOff: 'new-tab' }>,
  signal: AbortSignal,
): Promise<Outcome> {
  const name = uniqueName();
  const tab = open('about:blank', name);
  if (!tab) return { outcome: 'refused', code: 'popup-blocked' };
  tab.opener = null;

  const form = document.createElement('form');
  form.method = 'post';
  form.action = url;
  form.target = name;
  form.acceptCharset = 'utf-8';
  form.hidden = true;
  for (const [name, value] of fields) {
    const input = form.appendChild(document.createElement('input'));
    input.type = 'hidden';
    input.name = name;
    input.value = value;
  }
  document.body.append(form);
  // A field may be called "submit", and would stand in for the method.
  HTMLFormElement.prototype.submit.call(form);
  form.remove();

  await isThere(tab, signal);
  return { outcome: 'sent', newTab: true };
}

function isThere(tab: Window, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setInterval(() => {
      const isOver = signal.aborted || !isOurs(tab);
      if (!isOver) return;
      clearInterval(timer);
      if (signal.aborted) reject(signal.reason as Error);
      else resolve();
    }, LOOK_EVERY);
  });
}

/** Whether the tab still shows an empty page of our own. */
function isOurs(tab: Window): boolean {
  try {
    return !tab.closed && tab.location.href === 'about:blank';
  } catch {
    // The address of a page from elsewhere may not be read.
    return false;
  }
}

const NO_SCRIPT =
  "this page's Trusted Types allow no script of a service. Use the service's address that needs none";

/** Asks a service by a script of its own (JSONP), and takes the answer for one with status 200. */
function runScript(
  { url, callback }: Extract<HandOff, { handOff: 'script' }>,
  signal: AbortSignal,
): Promise<Answer | Outcome> {
  const name = uniqueName();
  const answers = window as unknown as Record<string, ((answer: unknown) => void) | undefined>;
  const address = new URL(url);
  address.searchParams.set(callback, name);

  return new Promise<Answer | Outcome>((resolve, reject) => {
    const script = document.createElement('script');
    const leave = () => {
      script.remove();
      reject(new Error('no answer'));
    };
    answers[name] = (answer) =>
      resolve({
        status: 200,
        redirected: false,
        headers: new Headers(),
        body: JSON.stringify(answer),
      });
    script.onload = script.onerror = () => {
      delete answers[name];
      leave();
    };
    signal.addEventListener('abort', () => {
      // The script may still come, and must then find something to call.
      answers[name] = () => delete answers[name];
      leave();
    });
    try {
      script.src = address.href;
    } catch {
      delete answers[name];
      return resolve({ outcome: 'refused', code: 'configuration', reason: NO_SCRIPT });
    }
    document.head.append(script);
  });
}

/** A name that nothing else on the page has, for a tab or a function. */
const uniqueName = () => `proKid${Math.random().toString(36).slice(2)}`;
