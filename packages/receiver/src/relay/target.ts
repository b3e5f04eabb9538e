import type { SubmissionType } from '@pro-kid/contract';
import type { RelayFormatName } from './formats/load-relay-format.ts';

/** Where submissions are passed on to. Its secrets are in no text that anybody reads. */
export interface Target {
  /** Ours, for logs and the outbox. */
  name: string;
  format: RelayFormatName;
  /** May hold a secret in its path. */
  url: string;
  /** What the format proves itself with: a key, a token, or what it signs with. */
  secret?: string;
  /** Headers to add to each request. */
  headers?: Readonly<Record<string, string>>;
  /** Only signatures of these campaigns; '' for what names none (default: all). */
  campaigns?: readonly string[];
  /** Only these types (default: all). */
  types?: readonly SubmissionType[];
  /** The service's own names for fields, by ours. */
  fields?: Readonly<Record<string, string>>;
  /** Constants sent along, by the service's names. */
  extra?: Readonly<Record<string, string>>;
}
