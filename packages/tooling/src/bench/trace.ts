import type { CDPSession, Page } from 'puppeteer-core';
import type { TraceEvent } from './frames.ts';

/**
 * What Chromium traces of a page while something happens to it.
 *
 * @param categories of the trace, separated by commas.
 */
export async function traceOf(
  page: Page,
  categories: string,
  act: (client: CDPSession) => Promise<void>,
): Promise<TraceEvent[]> {
  const client = await page.createCDPSession();
  const events: TraceEvent[] = [];
  client.on('Tracing.dataCollected', ({ value }) => void events.push(...(value as TraceEvent[])));
  await client.send('Tracing.start', { transferMode: 'ReportEvents', categories });
  await act(client);
  const isOver = new Promise((resolve) => client.once('Tracing.tracingComplete', resolve));
  await client.send('Tracing.end');
  await isOver;
  return events;
}
