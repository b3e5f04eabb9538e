import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { TestContext } from 'node:test';
import type { Counts, Submission } from '@pro-kid/contract';
import { freePort } from '@pro-kid/tooling/free-port';
import type { Page, Viewport } from 'puppeteer-core';
import { startReceiver, type ReceiverProcess } from '../../server/receiver-process.ts';
import { originsOf, startSite } from '../../server/site-server.ts';
import { theBrowser } from './browser.ts';
import { layLine, type Line } from './line.ts';
import { Visit } from './visit.ts';

/** How long to wait for a state that should be there in a moment, in milliseconds. */
const PATIENCE = 15_000;
const DESK: Viewport = { width: 1280, height: 900 };

/** A submission as it lies in the receiver's file. */
export interface Row {
  id: string;
  kind: string;
  email: string;
  partner: string;
  submission: Submission;
}

export interface VisitOptions {
  viewport?: Viewport;
  /** Happens before the page is loaded. */
  prepare?: (page: Page) => Promise<unknown>;
  /** Does not wait for the page's scripts. */
  early?: boolean;
  /** What the console may say in this story; anything else fails it. */
  consoleMaySay?: RegExp;
}

/** One story's own site, receiver and database, with nobody else on them. */
export interface Stage {
  /** The site's address, such as `http://localhost:4321`. */
  site: string;
  /** The address that forms post to: the receiver's, or the line's to it. */
  endpoint: string;
  line: Line;
  visit(path: string, options?: VisitOptions): Promise<Visit>;
  rows(): Row[];
  counts(): Promise<Counts>;
  /** Stops it, and returns all that it wrote to its log. */
  stopReceiver(): Promise<string>;
  /** Starts it again, with the same port and file. */
  startReceiver(): Promise<void>;
}

/** `withLine` puts a line between the pages and the receiver, for posts to get lost in. */
export async function setStage(t: TestContext, { withLine = false } = {}): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'pro-kid-demo-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const database = join(folder, 'submissions.sqlite');
  const port = await freePort();
  const settings = { port: await freePort(), database, origins: originsOf(port) };

  let receiver: ReceiverProcess = await startReceiver(settings);
  const stopReceiver = async () => {
    await receiver.stop();
    return receiver.ended;
  };
  t.after(stopReceiver);
  const { url } = receiver;

  const line = await layLine(url);
  t.after(() => line.close());
  const endpoint = withLine ? line.url : url;
  const site = await startSite({ port, receiver: endpoint });
  t.after(() => site.stop());

  const context = await (await theBrowser()).createBrowserContext();
  t.after(() => context.close());

  return {
    site: site.url,
    endpoint,
    line,
    async visit(path, { viewport = DESK, prepare, early = false, consoleMaySay } = {}) {
      const page = await context.newPage();
      const visit = new Visit(page);
      t.after(() => {
        const unexpected = visit.console.filter((text) => !consoleMaySay?.test(text));
        assert.deepEqual(unexpected, [], 'The console said something.');
      });
      page.setDefaultTimeout(PATIENCE);
      await page.setViewport(viewport);
      await prepare?.(page);
      await page.goto(site.url + path, { waitUntil: early ? [] : 'load' });
      return visit;
    },
    rows: () => readRows(database),
    counts: async () => (await fetch(`${url}/counts`)).json() as Promise<Counts>,
    stopReceiver,
    async startReceiver() {
      receiver = await startReceiver(settings);
    },
  };
}

function readRows(file: string): Row[] {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const rows = database
      .prepare('SELECT id, kind, email, partner, body FROM submissions ORDER BY received_at')
      .all() as Record<string, string>[];
    return rows.map(({ body, ...row }) => ({
      ...(row as unknown as Omit<Row, 'submission'>),
      submission: JSON.parse(body!) as Submission,
    }));
  } finally {
    database.close();
  }
}
