/**
 * Serves the sites of two example partners, and the receiver that their forms post to, until Ctrl-C.
 * Settings: `PORT`, `SECOND_PORT`, `RECEIVER_PORT` and `PRO_KID_DATABASE`.
 */
import { relative } from 'node:path';
import { CAMPAIGN_FILES } from './campaigns.ts';
import { CannotStart } from './cannot-start.ts';
import { startReceiver, type ReceiverProcess } from './receiver-process.ts';
import { readSettings } from './settings.ts';
import type { SiteServer } from './listen.ts';
import { HOMES, originsOf, startSite } from './site-server.ts';

const sites: SiteServer[] = [];
let receiver: ReceiverProcess | undefined;
let isStopping = false;

async function stop(): Promise<void> {
  // Ctrl-C may be heard twice: once from the terminal, once from npm, which passes it on.
  if (isStopping) return;
  isStopping = true;
  await Promise.all([...sites, receiver].map((each) => each?.stop()));
}

async function start(): Promise<void> {
  const { port, secondPort, receiverPort, database } = readSettings(process.env);
  const address = `http://localhost:${receiverPort}`;
  const first = await startSite({ port, receiver: address, framedBy: originsOf(secondPort) });
  sites.push(first);
  const second = await startSite({
    port: secondPort,
    variable: 'SECOND_PORT',
    receiver: address,
    home: HOMES.second,
    frames: first.url,
  });
  sites.push(second);
  receiver = await startReceiver({
    port: receiverPort,
    database,
    origins: [port, secondPort].flatMap(originsOf),
    campaigns: CAMPAIGN_FILES,
  });
  if (isStopping) return receiver.stop();
  receiver.ended.then(onReceiverEnded, onReceiverEnded);

  for (const url of [first.url, second.url, `${receiver.url}/health`]) await answers(url);
  console.log(`
  Example partner site   ${first.url}
  Another partner        ${second.url}
  Receiver               ${receiver.url}
  Submissions            ${relative('', database)}

  Ctrl-C stops all of them.
`);
}

async function answers(url: string): Promise<void> {
  const { ok, status } = await fetch(url);
  if (!ok) throw new CannotStart(`${url} answers with status ${status}.`);
}

function onReceiverEnded(words: unknown): void {
  if (isStopping) return;
  console.error(`The receiver stopped by itself. ${String(words)}`);
  process.exitCode = 1;
  void stop();
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);

try {
  await start();
} catch (error) {
  process.exitCode = 1;
  await stop();
  if (!(error instanceof CannotStart)) throw error;
  console.error(error.message);
}
