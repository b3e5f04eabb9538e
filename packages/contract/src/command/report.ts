import { styleText } from 'node:util';
import type { CheckedFile, Finding } from '../check-file/index.ts';

/** A file and what became of it. */
export type FileResult = { file: string } & (CheckedFile | { reason: string });

/** More would hide the first, which are often the cause of the others. */
const MOST_FINDINGS = 50;

/** All that is to be said of a file, in lines for a person. */
export function reportOf(result: FileResult): string {
  const file = printable(result.file);
  if ('reason' in result) {
    return `${styleText('red', `${file}: cannot be read`)}: ${printable(result.reason)}.\n`;
  }
  const { errors, warnings, kind } = result;
  const found = [
    ...errors.map((finding) => ({ finding, isError: true })),
    ...warnings.map((finding) => ({ finding, isError: false })),
  ];
  const blocks = found
    .slice(0, MOST_FINDINGS)
    .map(({ finding, isError }) => findingLines(file, finding, isError));
  const more = found.length - blocks.length;
  if (more > 0) blocks.push(`… and ${more} more in ${file}.\n`);

  const counts = [counted(errors.length, 'error'), counted(warnings.length, 'warning')];
  const verdict =
    errors.length > 0
      ? styleText('red', counts.join(', '))
      : `${styleText('green', 'fine')}${warnings.length > 0 ? `, with ${counts[1]}` : ''}`;
  return [...blocks, `${file}: ${verdict}${kind ? ` (${kind})` : ''}\n`].join('\n');
}

function findingLines(file: string, finding: Finding, isError: boolean): string {
  const { line, column, pointer, code, found, expected, remedy } = finding;
  const place = styleText('bold', `${file}:${line}:${column}`);
  const what = isError ? styleText('red', `error ${code}`) : styleText('yellow', `warning ${code}`);
  return [
    `${place}  ${printable(pointer) || '(the file)'}  ${what}`,
    `  found     ${printable(found)}`,
    `  expected  ${printable(expected)}`,
    `  remedy    ${printable(remedy)}`,
    '',
  ].join('\n');
}

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;

/** What a file holds must not steer the terminal, nor turn its text around. */
const printable = (text: string) =>
  text.replace(
    /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
