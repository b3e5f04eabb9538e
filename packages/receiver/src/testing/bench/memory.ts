import { setTimeout } from 'node:timers/promises';
import { median } from '@pro-kid/tooling/median';
import { startReceiverOnFile } from './contestants.ts';
import { below, type Figure } from './figure.ts';
import { post, read, shoot } from './posts.ts';
import type { Ground } from './run.ts';

const MINUTES = 5;
const EVERY_SECONDS = 5;
/** What is read of the file is kept in memory up to a bound; a rush before fills that. */
const FILL_SECONDS = 30;
const POSTS = 200;
const READS = 200;
/** Of the last minute beyond the first. */
const MOST_GROWTH_MB = 10;

/** Whether memory stays what it is, with a receiver that takes posts for minutes. */
export async function measureMemory({ folder }: Ground): Promise<Figure[]> {
  const { name, address, figures, stop } = await startReceiverOnFile(folder);
  await shoot(address, { connections: 64, seconds: FILL_SECONDS });
  const seconds = MINUTES * 60;
  const posting = post(address, { perSecond: POSTS, seconds });
  const reading = read(address, { perSecond: READS, seconds });
  const heap: number[] = [];
  const resident: number[] = [];
  for (let second = 0; second < seconds; second += EVERY_SECONDS) {
    await setTimeout(EVERY_SECONDS * 1_000);
    const now = await figures!();
    heap.push(now('nodejs_heap_size_used_bytes') / 1e6);
    resident.push(now('process_resident_memory_bytes') / 1e6);
  }
  await Promise.all([posting, reading]);
  await stop();

  const perMinute = (values: number[]) =>
    Array.from({ length: MINUTES }, (_, minute) => {
      const size = 60 / EVERY_SECONDS;
      return median(values.slice(minute * size, (minute + 1) * size));
    });
  const shown = (values: number[]) => values.map((value) => value.toFixed(0)).join(', ');
  const [heaps, residents] = [perMinute(heap), perMinute(resident)];
  console.log(
    `${name}: ${POSTS} posts and ${READS} reads a second; MB in each minute: ${shown(residents)}; of that used by JavaScript: ${shown(heaps)}`,
  );
  const growth = (values: number[]) => values.at(-1)! - values[0]!;
  return [
    below(
      'memory that the process has more after 5 minutes',
      growth(residents),
      MOST_GROWTH_MB,
      'MB',
    ),
    below('memory that JavaScript uses more after 5 minutes', growth(heaps), MOST_GROWTH_MB, 'MB'),
  ];
}
