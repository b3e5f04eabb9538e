import type { Counts, Submission } from '@pro-kid/contract';

/** A signature that a visitor made on this page. */
export interface OwnSignature {
  /** The submission's UUID. */
  id: string;
  kind: Submission['member']['kind'];
  /** The figures with this one in them, where the receipt said so. */
  counts?: Counts | undefined;
}

/** After that, a source must have it: the visitor's clock may be wrong. */
const LONGEST = 10 * 60_000;

/** What was signed on this page and is not in a source's figures yet. */
export class OwnSignatures {
  readonly #isByKind: boolean;
  /** When each was made, and for whom. None is forgotten, so that none is added again. */
  readonly #all = new Map<string, { at: number; kind: OwnSignature['kind']; isIn: boolean }>();

  constructor(isByKind: boolean) {
    this.#isByKind = isByKind;
  }

  /** One whose receipt has figures is in these. */
  add({ id, kind, counts }: OwnSignature, now: number): void {
    const isIn = counts !== undefined || this.#all.get(id)?.isIn === true;
    this.#all.set(id, { at: now, kind, isIn });
  }

  /** Leaves out those that are in the figures of a time. */
  leaveOut(asOf: number, now: number): void {
    for (const each of this.#all.values()) {
      if (each.at < asOf || now - each.at > LONGEST) each.isIn = true;
    }
  }

  addedTo(counts: Counts): Counts {
    let { individuals, organizations } = counts;
    for (const { kind, isIn } of this.#all.values()) {
      if (isIn) continue;
      if (kind === 'organization' && this.#isByKind) organizations++;
      else individuals++;
    }
    return { ...counts, individuals, organizations };
  }
}
