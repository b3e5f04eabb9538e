import { startReceiverOnFile, startReceiverOnPostgres, type Contestant } from './contestants.ts';
import { below, type Figure } from './figure.ts';
import { post, read } from './posts.ts';
import type { Ground } from './run.ts';

const SECONDS = 60;
const POSTS = 50;
const READS = 1_000;
const CEILING_MS = 250;

/** What visitors wait for while a campaign is in the news: signatures, and many more who look at the count. */
export async function measureSteady({ folder, newDatabase }: Ground): Promise<Figure[]> {
  const figures = await measure(await startReceiverOnFile(folder));
  if (!newDatabase) return figures;
  return [...figures, ...(await measure(await startReceiverOnPostgres(await newDatabase())))];
}

async function measure(receiver: Contestant): Promise<Figure[]> {
  const { name, address, rows, stop } = receiver;
  await post(address, { perSecond: POSTS, seconds: 2 });
  const before = await rows!();
  const [posts, reads] = await Promise.all([
    post(address, { perSecond: POSTS, seconds: SECONDS }),
    read(address, { perSecond: READS, seconds: SECONDS }),
  ]);
  const added = (await rows!()) - before;
  await stop();
  if (posts.failures + reads.failures > 0 || added < posts.answered) {
    throw new Error(
      `${name}: ${posts.failures} posts and ${reads.failures} reads failed, and of ${posts.answered} acknowledged ${added} are there.`,
    );
  }
  console.log(
    `${name}: ${(added / SECONDS).toFixed(0)} posts and ${(reads.answered / reads.took).toFixed(0)} reads a second for ${SECONDS} s; 99 in 100 posts within ${posts.p99} ms, the longest ${posts.longest} ms; reads ${reads.p99} ms, the longest ${reads.longest} ms`,
  );
  return [
    below(`${name}, posts p99`, posts.p99, CEILING_MS, 'ms'),
    below(`${name}, reads p99`, reads.p99, CEILING_MS, 'ms'),
  ];
}
