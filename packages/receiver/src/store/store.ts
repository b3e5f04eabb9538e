import type { Counts, Submission } from '@pro-kid/contract';

/** How a submission was kept: newly, already there with the same content, or not at all, since its id is taken. */
export type Saved = 'saved' | 'same' | 'other';

/** What to count: all who joined; or with a campaign, who signed it. */
export interface CountsScope {
  campaign?: string | undefined;
  /** Also through which partners, by their ids, for those with the most signatures. */
  byPartner?: boolean;
}

/** Where submissions are kept. A promise is fulfilled only when what it says is durable. */
export interface Store {
  /**
   * Keeps a submission once, however often it arrives.
   *
   * @param fingerprint tells two contents under one id apart.
   * @returns `saved`; `same` for a repeat; `other` where the id belongs to another content, which is left as it was.
   */
  save(submission: Submission, fingerprint: string): Promise<Saved>;

  /**
   * Whether a submission is kept: `same`, or `other` where its id belongs to another content;
   * undefined where it is not.
   */
  find(id: string, fingerprint: string): Promise<Exclude<Saved, 'saved'> | undefined>;

  /** How many individuals and organizations are kept (default: those who joined); zeros for an unknown campaign. */
  counts(scope?: CountsScope): Promise<Counts>;

  /** Fulfilled when a write succeeds, so that a full disk or a read-only file is noticed. */
  probe(): Promise<void>;

  /** Waits for running writes, then lets go of the database. */
  close(): Promise<void>;
}
