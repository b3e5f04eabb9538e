/** What is wrong with one place of a file, or will not do what its writer wants. */
export interface Finding {
  /** JSON Pointer of the place (RFC 6901); empty for the whole file. */
  pointer: string;
  /** Counted from 1. */
  line: number;
  /** In UTF-16 code units, counted from 1. */
  column: number;
  code: FindingCode;
  /** What stands there, as it is written in the file. */
  found: string;
  /** What belongs there. */
  expected: string;
  /** What to do, as a sentence. */
  remedy: string;
}

/** A finding before it has its place in the file. */
export type Unplaced = Omit<Finding, 'line' | 'column'>;

/** What a check of a file can find. */
export type FindingCode = FileCode | ValueCode | WarningCode;

/** The file is none that can be read. */
export type FileCode = 'too-large' | 'too-deep' | 'syntax' | 'duplicate' | 'kind';

/** A value is not what it should be. */
export type ValueCode =
  | 'required'
  | 'type'
  | 'unknown'
  | 'too-long'
  | 'too-many'
  | 'characters'
  | 'id'
  | 'language'
  | 'figure'
  | 'url'
  | 'date'
  | 'number'
  | 'order'
  | 'twice'
  | 'type-of-campaign'
  | 'name'
  | 'moment'
  | 'time-zone'
  | 'color'
  | 'pointer';

/** The file is good, and yet its writer should know. */
export type WarningCode =
  | 'translation-draft'
  | 'language-missing'
  | 'source-missing'
  | 'example'
  | 'long-text'
  | 'markup'
  | 'test-mode'
  | 'closed'
  | 'goal-reached'
  | 'counts-unread'
  | 'endpoint-missing'
  | 'insecure'
  | 'anonymous-format'
  | 'privacy-missing'
  | 'contrast';
