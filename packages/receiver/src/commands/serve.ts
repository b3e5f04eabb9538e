import { setTimeout } from 'node:timers/promises';
import { readCampaigns } from '../campaigns/read-campaigns.ts';
import { sendConfirmations } from '../confirmation/send-confirmation.ts';
import { createApp } from '../http/app.ts';
import { createStartingApp, type Readiness } from '../http/ready.ts';
import { listen, type RunningServer } from '../http/server.ts';
import { createLogger } from '../logging/logger.ts';
import { createMetricsApp } from '../metrics/metrics-app.ts';
import { Metrics } from '../metrics/metrics.ts';
import { parseDatabaseAddress } from '../options/database-address.ts';
import type { Options } from '../options/options.ts';
import { readTargets } from '../relay/read-targets.ts';
import { startRelay, wakingWhenKept } from '../relay/start-relay.ts';
import { relayTo } from '../relay/when-counted.ts';
import { Intake } from '../store/intake.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { fail } from './fail.ts';
import { failToOpen } from './with-store.ts';

/** Serves until a signal ends it. Sets the exit code 1 where it cannot start. */
export async function serve(options: Options): Promise<void> {
  const { database, fairness, family, port, host, origins, operations } = options;
  const { allowFormPosts, confirmation } = options;
  const read = await readCampaigns(options.campaigns);
  if ('message' in read) {
    fail(`Cannot use the campaigns of --campaigns or PRO_KID_CAMPAIGNS.\n${read.message}`);
    return;
  }
  const { campaigns } = read;
  const relay = await readRelay(options.relay);
  if ('message' in relay) {
    fail(`Cannot use the targets of --relay or PRO_KID_RELAY.\n${relay.message}`);
    return;
  }
  const { targets } = relay;
  const address = parseDatabaseAddress(database);
  if ('message' in address) {
    fail(`--database or PRO_KID_DATABASE ${address.message}`);
    return;
  }
  const { shown } = address;
  const logger = createLogger(operations.logLevel);
  let readiness: Readiness = 'starting';
  let app: Pick<ReturnType<typeof createApp>, 'fetch'> = createStartingApp(origins);
  let server: RunningServer;
  try {
    const current = (...request: Parameters<typeof app.fetch>) => app.fetch(...request);
    server = await listen({ fetch: current }, { port, host });
  } catch (error) {
    fail(whyNotListening(error as NodeJS.ErrnoException, options));
    return;
  }

  let store: Store;
  try {
    const whenCounted = relayTo(targets);
    store = await openStore(database, { family, limits: fairness.limits, whenCounted });
  } catch (error) {
    await server.stop();
    failToOpen(shown, error);
    return;
  }
  const metrics = operations.metrics && new Metrics();
  let metricsServer: RunningServer | undefined;
  try {
    if (metrics) {
      const metricsApp = createMetricsApp(metrics.registry, logger.error);
      metricsServer = await listen(metricsApp, operations.metrics!);
    }
  } catch (error) {
    await server.stop();
    await store.close();
    const { code } = error as NodeJS.ErrnoException;
    fail(
      `Cannot listen for --metrics or PRO_KID_METRICS (${code}). Choose another port or address.`,
    );
    return;
  }
  const mails = confirmation && sendConfirmations(store, confirmation, campaigns);
  const worker = targets.length > 0 ? startRelay(store, targets, logger.error) : undefined;
  const intake = new Intake(store, logger.error);
  const { add, onSettled } = intake;
  const taken = { ...store, add, onSettled };
  const kept = worker ? wakingWhenKept(taken, worker) : taken;
  if (metrics) onSettled(metrics.kept);
  app = createApp({
    store: metrics?.watch(kept) ?? kept,
    origins,
    campaigns,
    fairness,
    allowFormPosts,
    log: logger.error,
    onAnswer(answered) {
      logger.answered(answered);
      metrics?.answered(answered);
    },
    ...(mails && { confirmation: { store: kept, onQueued: () => mails.wake() } }),
    ...(metrics && { onWaiting: metrics.waiting }),
    readiness: () => readiness,
  });
  readiness = 'ready';

  const stop = async (signal: NodeJS.Signals) => {
    // A second signal ends the process at once, as it would without us.
    process.off('SIGINT', stop).off('SIGTERM', stop);
    readiness = 'draining';
    // Whoever presses Ctrl-C has nobody before the receiver that would have to notice.
    if (signal === 'SIGTERM') await setTimeout(operations.drain * 1_000);
    await server.stop();
    await metricsServer?.stop();
    await Promise.all([mails?.stop(), worker?.stop()]);
    await intake.stop();
    await store.close();
    await logger.flush();
    console.log('Receiver stopped');
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);

  // Only now, and at once: whoever waits for these words may send a signal next.
  const whoMayPost =
    origins.length > 0
      ? `Browsers may post from ${origins.join(', ')}`
      : 'No browser may post, since no site is listed. Add one with --origin https://your-site.example';
  const known = campaigns.map(({ id, test }) => (test ? `${id} (in test mode)` : id)).join(', ');
  const passedOn = targets.map(({ name, format }) => `${name} (${format})`).join(', ');
  console.log(
    [
      `Receiver listening on ${server.url}`,
      `Submissions are kept in ${shown}`,
      whoMayPost,
      ...(confirmation
        ? [`People are asked to confirm by e-mail from ${confirmation.from.address}`]
        : []),
      ...(known ? [`Campaigns are known: ${known}`] : []),
      ...(passedOn ? [`Submissions are passed on to: ${passedOn}`] : []),
      ...(metricsServer ? [`Figures for Prometheus are at ${metricsServer.url}/metrics`] : []),
    ].join('\n'),
  );
}

const readRelay = async (file: string | undefined) =>
  file === undefined ? { targets: [] } : readTargets(file, process.env);

function whyNotListening(error: NodeJS.ErrnoException, { port, host }: Options): string {
  const remedy = 'Choose another with --port or PRO_KID_PORT.';
  if (error.code === 'EADDRINUSE') return `Port ${port} is already in use. ${remedy}`;
  if (error.code === 'EACCES') return `Port ${port} is not open to this user. ${remedy}`;
  const where = host === undefined ? `port ${port}` : `${host}, port ${port}`;
  return `Cannot listen on ${where} (${error.code}). Choose it with --host or PRO_KID_HOST.`;
}
