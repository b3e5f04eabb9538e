import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import type { Manifest } from '../workspace.ts';
import type { Check } from './check.ts';

export function publintCheck(tarball: ArrayBuffer, manifest: Manifest): Check {
  return {
    name: 'is packed as bundlers and Node expect (publint)',
    faults: async () => {
      const { messages } = await publint({ pack: { tarball }, strict: true });
      return messages.map(
        (message) => formatMessage(message, manifest, { color: false }) ?? message.code,
      );
    },
  };
}
