import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { median } from '@pro-kid/tooling/median';
import {
  startBare,
  startBareGroup,
  startBareStore,
  startReceiverOnFile,
  startReceiverOnPostgres,
  type Contestant,
} from './contestants.ts';
import { atLeast, type Figure } from './figure.ts';
import { shoot } from './posts.ts';
import type { Ground } from './run.ts';

const CONNECTIONS = 64;
const ROUNDS = 5;
const WARM_UP_SECONDS = 3;
const SECONDS = 4;
const MOST_BEHIND_MS = 60_000;

interface Round {
  /** Submissions for each second: rows where it keeps any, else answers. */
  kept: number;
  p99: number;
  /** Milliseconds until the last of them was counted, too. */
  counted: number;
}

/** How many submissions each keeps, all of them in turns, so that what else the machine does meets all alike. */
export async function measureRush({ folder, newDatabase }: Ground): Promise<Figure[]> {
  const each = await startBareStore(folder);
  const together = await startBareGroup(folder);
  const bare = await startBare();
  const receiver = await startReceiverOnFile(folder);
  const contestants = [each, together, bare, receiver];
  if (newDatabase) contestants.push(await startReceiverOnPostgres(await newDatabase()));

  const rounds = new Map<Contestant, Round[]>(contestants.map((one) => [one, []]));
  for (const one of contestants) await measure(one, WARM_UP_SECONDS);
  for (let round = 0; round < ROUNDS; round++) {
    for (let turn = 0; turn < contestants.length; turn++) {
      const one = contestants[(turn + round) % contestants.length]!;
      rounds.get(one)!.push(await measure(one, SECONDS));
    }
  }
  for (const one of contestants) await one.stop();

  const ratio = (one: Contestant, other: Contestant) =>
    median(rounds.get(one)!.map(({ kept }, round) => kept / rounds.get(other)![round]!.kept));
  console.log(
    `${CONNECTIONS} connections, ${ROUNDS} rounds of ${SECONDS} seconds each. The disk takes ${syncTime(folder).toFixed(2)} ms to keep 4 kB.`,
  );
  console.table(
    contestants.map((one) => {
      const kept = rounds.get(one)!.map((round) => round.kept);
      return {
        server: one.name,
        'kept in a second': Math.round(median(kept)),
        lowest: Math.round(Math.min(...kept)),
        highest: Math.round(Math.max(...kept)),
        'p99 (ms)': median(rounds.get(one)!.map(({ p99 }) => p99)),
        'counted after (s)': (
          median(rounds.get(one)!.map(({ counted }) => counted)) / 1_000
        ).toFixed(1),
        'to one INSERT each': ratio(one, each).toFixed(2),
        'to no store': ratio(one, bare).toFixed(2),
      };
    }),
  );
  return [
    atLeast('to one INSERT for each post', ratio(receiver, each), 4),
    atLeast('to a server without a store', ratio(receiver, bare), 0.6),
  ];
}

async function measure(contestant: Contestant, seconds: number): Promise<Round> {
  const { name, address, rows } = contestant;
  const before = await rows?.();
  const { answered, took, p99, failures } = await shoot(address, {
    connections: CONNECTIONS,
    seconds,
  });
  if (failures > 0) throw new Error(`${name}: ${failures} of ${answered} posts failed.`);
  if (before === undefined) return { kept: answered / took, p99, counted: 0 };
  const added = (await rows!()) - before;
  // What is under way at the end is kept, and its answer not read.
  if (added < answered || added > answered + CONNECTIONS) {
    throw new Error(`${name}: ${answered} posts were acknowledged, and ${added} rows are there.`);
  }
  return { kept: added / took, p99, counted: await countedAfter(contestant) };
}

/** Whoever comes next does not share the processor with this one. */
async function countedAfter({ name, waiting }: Contestant): Promise<number> {
  if (!waiting) return 0;
  const start = performance.now();
  while ((await waiting()) > 0) {
    if (performance.now() - start > MOST_BEHIND_MS) throw new Error(`${name} does not count.`);
    await setTimeout(50);
  }
  return performance.now() - start;
}

/** How long the disk takes, in milliseconds: who commits each post alone waits for that each time. */
function syncTime(folder: string): number {
  const file = openSync(join(folder, 'sync'), 'w');
  const page = Buffer.alloc(4_096, 1);
  const times = Array.from({ length: 200 }, () => {
    const start = performance.now();
    writeSync(file, page);
    fsyncSync(file);
    return performance.now() - start;
  });
  closeSync(file);
  return median(times);
}
