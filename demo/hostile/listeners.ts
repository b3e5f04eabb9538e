import type { Page } from 'puppeteer-core';
import { WIDGETS } from '../server/widget-files.ts';

/** What our scripts listen for on the window and the document, such as `document: visibilitychange`. */
export async function listenersOfOurs(page: Page): Promise<string[]> {
  const session = await page.createCDPSession();
  const ours = new Set<string>();
  session.on('Debugger.scriptParsed', ({ scriptId, url }) => {
    if (new URL(url || 'about:blank').pathname.startsWith(WIDGETS)) ours.add(scriptId);
  });
  // Tells of the scripts that are there already, too.
  await session.send('Debugger.enable');
  const found: string[] = [];
  for (const owner of ['window', 'document', 'document.documentElement', 'document.body']) {
    const { result } = await session.send('Runtime.evaluate', { expression: owner });
    const { listeners } = await session.send('DOMDebugger.getEventListeners', {
      objectId: result.objectId!,
    });
    for (const { type, scriptId } of listeners) {
      if (ours.has(scriptId)) found.push(`${owner}: ${type}`);
    }
  }
  await session.detach();
  return found;
}
