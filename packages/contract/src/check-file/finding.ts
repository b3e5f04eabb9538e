import type { adviceCodes, fileCodes, valueCodes } from '../codes/findings.ts';

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
export type FileCode = keyof typeof fileCodes;

/** A value is not what it should be. */
export type ValueCode = keyof typeof valueCodes;

/** The file is good, and yet its writer should know. */
export type WarningCode = keyof typeof adviceCodes;
