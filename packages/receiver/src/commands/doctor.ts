import { checkDatabase } from '../doctor/check-database.ts';
import { checkDisk } from '../doctor/check-disk.ts';
import { checkMail } from '../doctor/check-mail.ts';
import { checkOptions } from '../doctor/check-options.ts';
import type { Finding } from '../doctor/finding.ts';
import { Complaint } from '../options/flags.ts';
import { parseCommand, SERVER_OPTIONS, type Options } from '../options/options.ts';
import { shownText } from './shown-text.ts';
import type { Subcommand } from './subcommand.ts';

const LEVEL_WIDTH = 9;

export const doctor: Subcommand = {
  options: SERVER_OPTIONS,
  help: `Checks whether the receiver can do its work: the database, its tables, a write, its
disk, its clock, what is late, the mail server, the sites, the campaigns, and a receiver
that runs. Nothing is mailed. Says what to do about each that is wrong. The exit code is
1 if there is a problem, else 0.

Usage: pro-kid-receiver doctor [options]

Give it the options of the receiver, or run it with the same environment. They are in
pro-kid-receiver --help.

  --help               Show this text.
`,

  async run(flags, args) {
    const command = parseCommand(args, flags.environment);
    if (command.run === 'complain') throw new Complaint(command.message);
    if (command.run === 'help') return;
    const found = { ok: 0, note: 0, warning: 0, problem: 0 };
    for await (const finding of checkUp(command.options)) {
      found[finding.level]++;
      console.log(linesOf(finding));
    }
    console.log(`${count(found.problem, 'problem')}, ${count(found.warning, 'warning')}`);
    if (found.problem > 0) process.exitCode = 1;
  },
};

async function* checkUp(options: Options): AsyncGenerator<Finding> {
  yield* checkDatabase(options.database);
  yield* checkDisk(options.database);
  yield* checkMail(options.confirmation);
  yield* checkOptions(options);
}

function linesOf({ level, text, remedy }: Finding): string {
  const [first = '', ...rest] = remedy === undefined ? [text] : [text, remedy];
  return [
    `${level.padEnd(LEVEL_WIDTH)}${shownLines(first)}`,
    ...rest.map((line) => ' '.repeat(LEVEL_WIDTH) + shownLines(line)),
  ].join('\n');
}

/** What is wrong with a campaign's file has several lines. */
const shownLines = (text: string) =>
  text
    .split('\n')
    .map(shownText)
    .join(`\n${' '.repeat(LEVEL_WIDTH)}`);

const count = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`;
