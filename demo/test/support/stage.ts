import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { TestContext } from 'node:test';
import type { Campaign, Counts, Submission } from '@pro-kid/contract';
import { freePort } from '@pro-kid/tooling/free-port';
import type { BrowserContext, Page, Viewport } from 'puppeteer-core';
import { CAMPAIGN_FILES } from '../../server/campaigns.ts';
import { startReceiver, type ReceiverProcess } from '../../server/receiver-process.ts';
import { HOMES, originsOf, startSite } from '../../server/site-server.ts';
import { theBrowser } from './browser.ts';
import { layLine, type Line } from './line.ts';
import { startPages, type OwnPages } from './own-pages.ts';
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

export interface StageOptions {
  /** Puts a line between the pages and the receiver, for posts to get lost in. */
  withLine?: boolean;
  /** Has the site of another partner, too. */
  withSecondSite?: boolean;
  /** Other sites whose pages may post in this story. */
  origins?: readonly string[];
  /** What the file of each campaign says in this story. */
  campaign?: Partial<Campaign>;
  /** What the receiver's file of each campaign says instead. */
  known?: Partial<Campaign>;
  /** Pages of this story's own, at `stage.pages`. */
  pages?: OwnPages;
}

/** One story's own sites, receiver and database, with nobody else on them. */
export interface Stage {
  /** The site's address, such as `http://localhost:4321`. */
  site: string;
  /** The address of the other partner's site; empty where there is none. */
  second: string;
  /** The address of the story's own pages; empty where there are none. */
  pages: string;
  /** The address that forms post to: the receiver's, or the line's to it. */
  endpoint: string;
  line: Line;
  /** Opens a path of the site, or any address. */
  visit(path: string, options?: VisitOptions): Promise<Visit>;
  rows(): Row[];
  /** All who joined, or those that the query asks for. */
  counts(query?: string): Promise<Counts>;
  /** Stops it, and returns all that it wrote to its log. */
  stopReceiver(): Promise<string>;
  /** Starts it again, with the same port and file. */
  startReceiver(): Promise<void>;
}

export async function setStage(
  t: TestContext,
  {
    withLine = false,
    withSecondSite = false,
    origins = [],
    campaign = {},
    known = campaign,
    pages,
  }: StageOptions = {},
): Promise<Stage> {
  let context: Promise<BrowserContext> | undefined;
  // Before what its pages may still ask for is gone.
  t.after(async () => (await context)?.close());
  const folder = await mkdtemp(join(tmpdir(), 'pro-kid-demo-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const database = join(folder, 'submissions.sqlite');
  const port = await freePort();
  const ports = withSecondSite ? [port, await freePort()] : [port];
  const ownPort = await freePort();
  const campaigns = await writeCampaigns(join(folder, 'site'), campaign);
  const settings = {
    port: await freePort(),
    database,
    origins: [...[...ports, ownPort].flatMap(originsOf), ...origins],
    campaigns: await writeCampaigns(join(folder, 'receiver'), known),
  };

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
  const homes = [HOMES.first, HOMES.second];
  const sites: string[] = [];
  for (const [index, each] of ports.entries()) {
    const home = homes[index]!;
    const frames = sites[0];
    const framedBy = ports.slice(1).flatMap(originsOf);
    const server = await startSite({
      port: each,
      receiver: endpoint,
      campaigns,
      home,
      ...(frames ? { frames } : { framedBy }),
    });
    t.after(() => server.stop());
    sites.push(server.url);
  }
  const [site, second = ''] = sites as [string, string?];
  const own = pages && (await startPages(ownPort, endpoint, pages));
  t.after(() => own?.stop());

  return {
    site,
    second,
    pages: own?.url ?? '',
    endpoint,
    line,
    async visit(path, { viewport = DESK, prepare, early = false, consoleMaySay } = {}) {
      context ??= theBrowser().then((browser) => browser.createBrowserContext());
      const page = await (await context).newPage();
      const visit = new Visit(page);
      t.after(() => {
        const unexpected = visit.console.filter((text) => !consoleMaySay?.test(text));
        assert.deepEqual(unexpected, [], 'The console said something.');
      });
      page.setDefaultTimeout(PATIENCE);
      await page.setViewport(viewport);
      await prepare?.(page);
      await page.goto(new URL(path, site).href, { waitUntil: early ? [] : 'load' });
      return visit;
    },
    rows: () => readRows(database),
    counts: async (query = '') => {
      const answer = await fetch(`${url}/counts${query}`);
      return (await answer.json()) as Counts;
    },
    stopReceiver,
    async startReceiver() {
      receiver = await startReceiver(settings);
    },
  };
}

/** The campaigns' files as the demo has them, but for what this story changes; returns where they are. */
async function writeCampaigns(folder: string, changes: Partial<Campaign>): Promise<string[]> {
  await mkdir(folder);
  const write = async (file: string) => {
    const own = join(folder, basename(file));
    const campaign = JSON.parse(await readFile(file, 'utf8')) as Campaign;
    await writeFile(own, JSON.stringify({ ...campaign, ...changes }));
    return own;
  };
  return Promise.all(CAMPAIGN_FILES.map(write));
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
