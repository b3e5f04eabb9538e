import type { Counts, Submission } from '@pro-kid/contract';
import { JOINS, scopeOf } from '../people/scope-of.ts';
import { MOST_PARTNERS } from './count-shards.ts';
import type { CountsScope, Store } from './store.ts';

/** Other processes count, too: figures are read anew after this time in milliseconds … */
const FRESH_FOR = 1_000;
/** … while those who ask still get the ones that are there, up to this age. */
const OLDEST = 5_000;
/** A read that takes long is done more rarely: it may take this part of the time. */
const PART_OF_TIME = 1 / 20;
/** Anybody can ask for campaigns that there are not. */
const MOST_SCOPES = 1_000;

/** Figures at a moment. */
export interface Figures {
  counts: Counts;
  /** Whether a submission is in them that came to count at this RFC 3339 time in UTC; null for not yet. */
  include(id: string, decidedAt: string | null): boolean;
}

interface Kept {
  figures?: Figures;
  /** Those that were counted in since the figures were read, each with how many were before it. */
  added: Map<string, number>;
  readAt: number;
  freshFor: number;
  reading?: Promise<Figures> | undefined;
}

/**
 * Counts in memory, however many ask for them: read from the store once a second at most, one read
 * at a time, and raised by what this process counts meanwhile.
 */
export class LiveCounts {
  readonly #read: Store['counts'];
  readonly #now: () => number;
  readonly #kept = new Map<string, Kept>();
  #readings = 0;

  /** @param now in milliseconds, for how old figures are. */
  constructor(read: Store['counts'], now: () => number = Date.now) {
    this.#read = read;
    this.#now = now;
  }

  /** At most 5 seconds old, or as long as 20 reads take. Rejects where the store cannot be read. */
  figures(scope: CountsScope): Promise<Figures> {
    const kept = this.#keptOf(scope);
    const age = this.#now() - kept.readAt;
    if (kept.figures && age < kept.freshFor) return Promise.resolve(kept.figures);

    kept.reading ??= this.#refresh(kept, scope);
    if (!kept.figures || age >= kept.freshFor + OLDEST - FRESH_FOR) return kept.reading;
    // Whoever asks when the figures are too old learns why they cannot be read.
    kept.reading.catch(() => {});
    return Promise.resolve(kept.figures);
  }

  /**
   * Fulfilled once no figures are being read in which these submissions would count: who is kept while
   * figures are read may be in them or not, and would be counted in twice.
   */
  async settled(submissions: readonly Submission[]): Promise<void> {
    if (this.#readings === 0) return;
    const kept = new Set(submissions.flatMap((submission) => this.#keptFor(submission)));
    await Promise.allSettled([...kept].map(({ reading }) => reading));
  }

  /** Counts in what was just kept and counted. */
  raise(counted: readonly Submission[]): void {
    for (const submission of counted) {
      for (const kept of this.#keptFor(submission)) {
        if (!kept.figures) continue;
        kept.added.set(submission.id, kept.added.size);
        kept.figures = figuresOf(raised(kept.figures.counts, submission), kept.added);
      }
    }
  }

  /** Has figures read anew by whoever asks next: many were counted at once. */
  forget(): void {
    for (const kept of this.#kept.values()) kept.readAt = -Infinity;
  }

  /** Of those that somebody asked for, all in which a submission would count. */
  #keptFor(submission: Submission): Kept[] {
    const campaign = scopeOf(submission);
    if (campaign === null) return [];
    return [false, true].flatMap(
      (byPartner) => this.#kept.get(keyOf({ campaign, byPartner })) ?? [],
    );
  }

  #keptOf(scope: CountsScope): Kept {
    const key = keyOf(scope);
    let kept = this.#kept.get(key);
    if (kept) return kept;
    kept = { added: new Map(), readAt: -Infinity, freshFor: 0 };
    this.#kept.set(key, kept);
    if (this.#kept.size > MOST_SCOPES) this.#kept.delete(this.#kept.keys().next().value!);
    return kept;
  }

  async #refresh(kept: Kept, scope: CountsScope): Promise<Figures> {
    this.#readings++;
    const start = this.#now();
    // Those that nobody asked for the longest are forgotten first.
    this.#kept.delete(keyOf(scope));
    this.#kept.set(keyOf(scope), kept);
    try {
      const counts = await this.#read(scope);
      kept.added = new Map();
      kept.figures = figuresOf(counts, kept.added);
      kept.readAt = start;
      kept.freshFor = Math.max(FRESH_FOR, (this.#now() - start) / PART_OF_TIME);
      return kept.figures;
    } finally {
      kept.reading = undefined;
      this.#readings--;
    }
  }
}

const keyOf = ({ campaign = JOINS, byPartner = false }: CountsScope) =>
  `${byPartner ? 'partners' : 'all'} ${campaign}`;

/** By their order, and not by a clock: one that writes fast counts several in a millisecond. */
function figuresOf(counts: Counts, added: ReadonlyMap<string, number>): Figures {
  const { size } = added;
  return {
    counts,
    include: (id, decidedAt) =>
      (decidedAt !== null && decidedAt < counts.asOf) || (added.get(id) ?? size) < size,
  };
}

/** The counts with one more. Its time stays: other processes may have counted others since. */
export function raised(counts: Counts, { member, source: { partner } }: Submission): Counts {
  const field = member.kind === 'organization' ? 'organizations' : 'individuals';
  const more: Counts = { ...counts, [field]: counts[field] + 1 };
  const { partners } = counts;
  if (!partners || partner === undefined) return more;
  const isListed = Object.hasOwn(partners, partner);
  if (!isListed && Object.keys(partners).length >= MOST_PARTNERS) return more;
  const part = isListed ? partners[partner]! : { individuals: 0, organizations: 0 };
  // Own keys, whatever a partner is called: `__proto__` sets no prototype here.
  const next = [...Object.entries(partners).filter(([id]) => id !== partner)];
  more.partners = Object.fromEntries([...next, [partner, { ...part, [field]: part[field] + 1 }]]);
  return more;
}
