import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import type { Frame, Page } from 'puppeteer-core';
import { JoinForm } from './join-form.ts';

/** A message between windows, and who got it. */
export interface Message {
  from: string;
  at: string;
  data: Record<string, unknown>;
}

/** The page in a frame, by the frame's selector, once it is there. */
export async function frameAt(page: Page, selector: string): Promise<Frame> {
  const element = await page.waitForSelector(selector);
  const frame = await element!.contentFrame();
  assert.ok(frame);
  // One that loads lazily gets its page later, and often another process with it.
  return page.waitForFrame((each) => each === frame && !['', 'about:blank'].includes(each.url()));
}

/** The form in a frame, once it can be used and the frame is as high as it is. */
export async function formIn(page: Page, selector: string): Promise<JoinForm> {
  const form = await new JoinForm(await frameAt(page, selector)).ready();
  await fits(page, selector);
  return form;
}

/** Waits until the frame is as high as what is in it, to the pixel, so that nothing is cut off. */
export async function fits(page: Page, selector: string): Promise<number> {
  const frame = await frameAt(page, selector);
  await frame.waitForFunction(() => {
    const { height } = document.querySelector('main')!.getBoundingClientRect();
    return height > 100 && innerHeight === Math.ceil(height);
  });
  return page.$eval(selector, ({ clientHeight }) => clientHeight);
}

/** Writes down every message that any window of the page gets; returns a way to read them. */
export async function recordMessages(page: Page): Promise<Message[]> {
  const messages: Message[] = [];
  await page.exposeFunction('recordMessage', (message: Message) => void messages.push(message));
  await page.evaluateOnNewDocument(() => {
    const { recordMessage } = window as unknown as { recordMessage(message: unknown): void };
    addEventListener('message', ({ data, origin }) =>
      recordMessage({ from: origin, at: location.origin, data: data as unknown }),
    );
  });
  return messages;
}

/** A small site of its own. */
export interface OtherSite {
  /** Its origin, such as `http://localhost:40001`. */
  origin: string;
  /** Its pages by path; what it does not have, it gets from the site that stands in for it. */
  pages: Record<string, string>;
}

/** Starts a site with pages of this story, on an origin that nobody else has. */
export async function startOtherSite(t: TestContext, instead = ''): Promise<OtherSite> {
  const pages: Record<string, string> = {};
  const server = createServer((request, response) => void answer(request.url!, response));
  async function answer(path: string, response: ServerResponse): Promise<void> {
    const page = pages[path.split('?')[0]!];
    const answered = page === undefined && instead ? await fetch(instead + path) : undefined;
    const type = answered?.headers.get('content-type') ?? 'text/html; charset=utf-8';
    response.writeHead(answered?.status ?? (page === undefined ? 204 : 200), {
      'content-type': type,
      'access-control-allow-origin': '*',
    });
    response.end(page ?? (await answered?.text()) ?? '');
  }
  server.listen(0);
  await once(server, 'listening');
  t.after(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  return { origin: `http://localhost:${(server.address() as AddressInfo).port}`, pages };
}
