import type { $ZodType } from 'zod/v4/core';
import type { FieldError } from '../problem.ts';
import type { Verdict } from '../verdict.ts';
import type { Unplaced } from './finding.ts';
import type { FileWords } from './key-words.ts';

/** How many have signed online by now, or why that is not known, as the end of a sentence. */
export type LiveCounts = { signed: number } | { reason: string };

/** What a judgement depends on besides the file. */
export interface Circumstances {
  /** In milliseconds since 1970. */
  now: number;
  /** Undefined where nobody asked. */
  counts?: LiveCounts | undefined;
}

/** Whatever one kind of file needs to be recognised, checked and described. */
export interface FileKind {
  schema: $ZodType;
  /** The file name of its JSON Schema, by which `$schema` tells the kind. */
  schemaFile: string;
  title: string;
  /** Keys that such a file has and no other kind. */
  marks: readonly string[];
  words: FileWords;
  /** The errors of a value, or the warnings of one that has none. */
  judge(
    value: unknown,
    circumstances: Circumstances,
  ): { errors: FieldError[] } | { warnings: Unplaced[] };
}

/** A kind's judgement, of the schema's verdict and of what to warn of in a good value. */
export function judged<T>(
  verdict: Verdict<T>,
  warningsOf: (value: T) => Unplaced[],
): ReturnType<FileKind['judge']> {
  return verdict.valid ? { warnings: warningsOf(verdict.value) } : { errors: verdict.errors };
}
