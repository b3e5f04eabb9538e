import { parseArgs } from 'node:util';
import { fileKindNames, type FileKindName } from '../check-file/index.ts';

/** What the command line asks for; `message` is one sentence for whoever typed it. */
export type Request =
  | {
      run: 'check';
      files: string[];
      kind: FileKindName | undefined;
      isJson: boolean;
      isOnline: boolean;
    }
  | { run: 'help' }
  | { run: 'complain'; message: string };

export const HELP = `Checks files that people write by hand for Pro-Kid widgets.

Usage: pro-kid-contract check [options] <file> [<file> ...]

  <file>           A JSON file, or - for what is piped in.
  --kind <kind>    What the files are: ${fileKindNames.join(', ')}.
                   Default: found out from each file.
  --online         Ask the endpoint of a campaign how many have signed, and compare it with the
                   goal. Without it, nothing is asked of any network.
  --json           Print the findings as JSON.
  --help           Show this text.

Ends with 0 if no file has an error (warnings are fine), with 1 if one has, and with 2 if a file
cannot be read or the command is wrong.
`;

const SEE_HELP = 'See pro-kid-contract --help.';

export function readArguments(args: string[]): Request {
  let parsed;
  try {
    parsed = parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        online: { type: 'boolean', default: false },
        kind: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    // Node's first sentence names the option; those after it are about positional arguments.
    const [sentence] = (error as Error).message.split(/\.\s|\n/);
    return complain(`${sentence}. ${SEE_HELP}`);
  }

  const { values, positionals } = parsed;
  const [command, ...files] = positionals;
  if (values.help || command === 'help') return { run: 'help' };
  if (command === undefined) return complain(`Say what to do: check <file>. ${SEE_HELP}`);
  if (command !== 'check') {
    return complain(`There is no command "${command}", only check. ${SEE_HELP}`);
  }
  if (files.length === 0) {
    return complain('Name a file to check, or write - for what is piped in.');
  }
  if (files.filter((file) => file === '-').length > 1) {
    return complain('What is piped in can be read only once: write - once.');
  }
  const kind = fileKindNames.find((name) => name === values.kind);
  if (values.kind !== undefined && kind === undefined) {
    return complain(`--kind must be ${fileKindNames.join(' or ')}, not "${values.kind}".`);
  }
  return { run: 'check', files, kind, isJson: values.json, isOnline: values.online };
}

const complain = (message: string): Request => ({ run: 'complain', message });
