import type { TestRunnerPlugin } from '@web/test-runner';
import type { TestPage } from './page-console.ts';

/**
 * The command `forced-colors`, with `active` or `none`: `emulateMedia` of @web/test-runner-commands
 * leaves it out in Chromium, and does not say so.
 */
export const forcedColorsPlugin: TestRunnerPlugin = {
  name: 'forced-colors',
  async executeCommand({ command, payload, session }) {
    if (command !== 'forced-colors') return undefined;
    const { browser } = session as unknown as { browser: { getPage(id: string): TestPage } };
    const client = await browser.getPage(session.id).createCDPSession();
    const features = [{ name: 'forced-colors', value: String(payload) }];
    await client.send('Emulation.setEmulatedMedia', { features });
    return true;
  },
};
