import { readCampaigns } from '../campaigns/read-campaigns.ts';
import type { Options } from '../options/options.ts';
import { readTargets } from '../relay/read-targets.ts';
import { note, ok, problem, warning, type Finding } from './finding.ts';

const HEALTH_LIMIT_MS = 5_000;
const OWN_COMPUTER = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether the options let anybody sign, and mean what they say. */
export async function* checkOptions(options: Options): AsyncGenerator<Finding> {
  yield* checkOrigins(options.origins);
  yield* checkCampaigns(options.campaigns);
  yield* checkRelay(options.relay);
  yield* checkReceiver(options);
}

function* checkOrigins(origins: readonly string[]): Generator<Finding> {
  if (origins.length === 0) {
    yield warning(
      'No browser may post, since no site is listed.',
      'Add one with --origin https://your-site.example',
    );
    return;
  }
  const bare = origins.filter((origin) => {
    const { protocol, hostname } = new URL(origin);
    return protocol === 'http:' && !OWN_COMPUTER.has(hostname);
  });
  if (bare.length > 0) {
    yield warning(
      `What visitors send from ${bare.join(', ')} can be read and changed on its way.`,
      'Serve the site by https, and list that.',
    );
  }
  yield ok(`Browsers may post from ${origins.join(', ')}.`);
}

async function* checkCampaigns(paths: readonly string[]): AsyncGenerator<Finding> {
  if (paths.length === 0) {
    yield note('No campaign is known: signatures are taken for any.');
    return;
  }
  const read = await readCampaigns(paths);
  if ('message' in read) {
    yield problem(`A campaign cannot be used. ${read.message}`, 'Mend the file.');
    return;
  }
  const now = Date.now();
  for (const { id, test, closes } of read.campaigns) {
    if (test) {
      yield warning(`${id} is in test mode and takes nothing.`, 'Take "test" out of its file.');
    } else if (closes !== undefined && Date.parse(closes) <= now) {
      yield note(`${id} is closed since ${closes}.`);
    } else {
      yield ok(`${id} is known.`);
    }
  }
}

async function* checkRelay(file: string | undefined): AsyncGenerator<Finding> {
  if (file === undefined) return;
  const read = await readTargets(file, process.env);
  if ('message' in read) {
    yield problem(`The relay cannot be used. ${read.message}`, 'Mend the file, or its secrets.');
    return;
  }
  const names = read.targets.map(({ name }) => name).join(', ');
  yield ok(`Submissions are passed on to ${names}.`);
}

async function* checkReceiver({ port, host = 'localhost' }: Options): AsyncGenerator<Finding> {
  if (port === 0) return;
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  const url = `http://${name.includes(':') ? `[${name}]` : name}:${port}/health`;
  try {
    const { status } = await fetch(url, { signal: AbortSignal.timeout(HEALTH_LIMIT_MS) });
    if (status === 200) yield ok(`A receiver runs, and is well: ${url}.`);
    else {
      yield problem(
        `What runs at ${url} answers ${status}.`,
        'Look at its log. If it is no receiver, choose another port with --port.',
      );
    }
  } catch (error) {
    if ((error as Error).name === 'TimeoutError') {
      yield problem(`What runs at ${url} does not answer.`, 'Look at its log, and start it again.');
    } else {
      yield note(`No receiver runs at ${url}.`);
    }
  }
}
