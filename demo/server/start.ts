/**
 * Serves the example partner's site, and the receiver that its forms post to, until Ctrl-C.
 * Settings: `PORT`, `RECEIVER_PORT` and `PRO_KID_DATABASE`.
 */
import { relative } from 'node:path';
import { CannotStart } from './cannot-start.ts';
import { startReceiver, type ReceiverProcess } from './receiver-process.ts';
import { readSettings } from './settings.ts';
import { originsOf, startSite, type SiteServer } from './site-server.ts';

let site: SiteServer | undefined;
let receiver: ReceiverProcess | undefined;
let isStopping = false;

async function stop(): Promise<void> {
  // Ctrl-C may be heard twice: once from the terminal, once from npm, which passes it on.
  if (isStopping) return;
  isStopping = true;
  await Promise.all([site?.stop(), receiver?.stop()]);
}

async function start(): Promise<void> {
  const { port, receiverPort, database } = readSettings(process.env);
  site = await startSite({ port, receiver: `http://localhost:${receiverPort}` });
  receiver = await startReceiver({ port: receiverPort, database, origins: originsOf(port) });
  if (isStopping) return receiver.stop();
  receiver.ended.then(onReceiverEnded, onReceiverEnded);

  await answers(site.url);
  await answers(`${receiver.url}/health`);
  console.log(`
  Example partner site   ${site.url}
  Receiver               ${receiver.url}
  Submissions            ${relative('', database)}

  Ctrl-C stops both.
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
