import { describeError } from './describe-error.ts';
import { fileKindNames, fileKinds, recognizeKind, type FileKindName } from './file-kinds.ts';
import type { FileKind, LiveCounts } from './file-kind.ts';
import type { Finding, Unplaced, ValueCode } from './finding.ts';
import { parseFile, type Fault } from './parse-file.ts';
import { findPlace, positionsIn, tokensOf } from './source-text.ts';

/** What is to be said of a file. It is good if it has no errors. */
export interface CheckedFile {
  /** Null where it is not known, since the file cannot be read or is of no kind. */
  kind: FileKindName | null;
  /** In the order of the file. */
  errors: Finding[];
  /** In the order of the file. */
  warnings: Finding[];
}

/**
 * Checks the text of a file that people write by hand. Never throws for what stands in it.
 *
 * @param options.kind What the file should be; found out from the file itself if it is not given.
 * @param options.now Stands in for the clock, in milliseconds since 1970.
 * @param options.counts How many have signed a campaign online; nothing is said of it if not given.
 */
export function checkFile(
  text: string,
  options: { kind?: FileKindName; now?: number; counts?: LiveCounts | undefined } = {},
): CheckedFile {
  // Editors on Windows put it there, and readers of JSON drop it.
  const source = text.replace(/^\uFEFF/, '');
  const parsed = parseFile(source);
  const finish = (kind: FileKindName | null, errors: Fault[], warnings: Fault[] = []) => ({
    kind,
    errors: placed(source, errors),
    warnings: placed(source, warnings),
  });
  if (!('root' in parsed)) return finish(options.kind ?? null, parsed.faults);

  const name = options.kind ?? recognizeKind(parsed.value);
  if (!name) return finish(null, [...parsed.faults, ofNoKind(parsed.value)]);
  const kind: FileKind = fileKinds[name];
  const { now = Date.now(), counts } = options;
  const judgement = kind.judge(parsed.value, { now, counts });
  if ('warnings' in judgement) {
    const offsetOf = ({ pointer }: Unplaced) =>
      findPlace(parsed.root, tokensOf(pointer)).node.offset;
    const warnings = judgement.warnings.map((each) => ({ ...each, offset: offsetOf(each) }));
    return finish(name, parsed.faults, warnings);
  }
  const errors = judgement.errors.map(({ pointer, code }) =>
    describeError(kind, source, parsed, { pointer, code: code as ValueCode }),
  );
  return finish(name, [...parsed.faults, ...errors]);
}

function ofNoKind(value: unknown): Fault {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  const kinds = fileKindNames.map((name) => `"${name}"`).join(' or ');
  return {
    pointer: '',
    offset: 0,
    code: 'kind',
    found: isObject ? 'an object without any key of a kind that is known' : 'no object',
    expected: `a file of the kind ${kinds}: an object with keys such as ${fileKindNames
      .flatMap((name) => fileKinds[name].marks.slice(0, 2))
      .map((key) => `"${key}"`)
      .join(', ')}`,
    remedy: 'Start from an example, or say with --kind what the file is meant to be.',
  };
}

function placed(text: string, faults: readonly Fault[]): Finding[] {
  const positionOf = positionsIn(text);
  return [...faults]
    .sort((one, other) => one.offset - other.offset)
    .map(({ pointer, offset, ...rest }) => ({ pointer, ...positionOf(offset), ...rest }));
}
