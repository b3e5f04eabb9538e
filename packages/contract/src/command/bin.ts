#!/usr/bin/env node
import { HELP, readArguments } from './arguments.ts';
import { checkText } from './check-text.ts';
import { readText } from './read-text.ts';
import { reportOf, type FileResult } from './report.ts';

// Whoever reads the output may stop before its end: `… | head`.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
  if (code !== 'EPIPE') process.exitCode = 2;
});

const request = readArguments(process.argv.slice(2));
if (request.run === 'help') process.stdout.write(HELP);
else if (request.run === 'complain') {
  process.stderr.write(`${request.message}\n`);
  process.exitCode = 2;
} else {
  const { isJson } = request;
  const results: FileResult[] = [];
  for (const path of request.files) {
    const file = path === '-' ? '(standard input)' : path;
    const read = await readText(path);
    const checked = 'text' in read ? await checkText(read.text, request) : read;
    results.push({ file, ...checked });
  }
  process.stdout.write(
    isJson ? `${JSON.stringify({ files: results }, null, 2)}\n` : results.map(reportOf).join('\n'),
  );
  process.exitCode = Math.max(...results.map(exitCode));
}

function exitCode(result: FileResult): number {
  if ('reason' in result) return 2;
  return result.errors.length > 0 ? 1 : 0;
}
