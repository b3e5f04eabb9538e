import { parseArgs } from 'node:util';
import type { FairnessOptions } from '../fairness/fairness.ts';
import { readConfirmation, type ConfirmationOptions } from './confirmation-options.ts';
import { parseDatabaseAddress } from './database-address.ts';
import { readFairness } from './fairness-options.ts';
import { sentenceOf } from './flags.ts';
import { readOperations, type OperationsOptions } from './operations-options.ts';
import { parseOrigin } from './origin.ts';

export const DEFAULT_PORT = 8787;
export const DEFAULT_DATABASE = './pro-kid.sqlite';

export interface Options {
  port: number;
  /** Undefined for every address of the machine. */
  host: string | undefined;
  /** A path, `:memory:`, or `postgres://…`. */
  database: string;
  /** Whether a second person counts on one e-mail address, with another name and the same postal code. */
  family: boolean;
  origins: string[];
  /** Files of campaigns, or folders of them. */
  campaigns: string[];
  fairness: Required<FairnessOptions>;
  /** Whether plain forms of the sites may post, too. */
  allowFormPosts: boolean;
  /** How people are asked by e-mail before they count; undefined where nobody is. */
  confirmation: ConfirmationOptions | undefined;
  operations: OperationsOptions;
  /** The file that says where submissions are passed on to. */
  relay: string | undefined;
}

/** What the command line asks for; `message` is one sentence for whoever typed it. */
export type Command =
  { run: 'serve'; options: Options } | { run: 'help' } | { run: 'complain'; message: string };

export const HELP = `Receives Pro-Kid submissions over HTTP and keeps them in a database.

Usage: pro-kid-receiver [serve] [options]
       pro-kid-receiver <command> [options]

  serve                Receives submissions: what it does without a command.
  migrate              Brings the tables of the database up to date.
  recount              Makes all counts anew.
  export               Writes submissions as CSV, or one person's as JSON.
  flag                 Takes submissions out of the counts.
  unflag               Counts flagged submissions again.
  delete               Erases a person, or single submissions.
  retention            Erases what was kept for long enough.
  outbox               Says what is to be sent, and tries again what was given up.
  doctor               Checks the database, the disk and the options.

Each command has a help of its own. The options of serve:

  --origin <origin>    A site that may post, such as https://your-site.example.
                       Repeat it or separate by commas.        PRO_KID_ORIGINS
  --port <number>      Port to listen on, 0 for any free one.  PRO_KID_PORT
                       Default: ${DEFAULT_PORT}
  --host <address>     Address to listen on.                   PRO_KID_HOST
                       Default: every address of this machine
  --database <place>   SQLite file, created if missing, or     PRO_KID_DATABASE
                       postgres://user@host/name.
                       Default: ${DEFAULT_DATABASE}
  --family             Count a second person on one e-mail     PRO_KID_FAMILY
                       address, with another name and the same ZIP code.
                       The variable is yes or no. Default: no
  --campaigns <path>   A campaign's file, or a folder of them. What does not fit
                       is refused. Repeat it or separate by commas.
                       Default: none                           PRO_KID_CAMPAIGNS
  --limit <n/time>     How many may come from one IP address for a campaign,
                       such as 10/60s or 50/1h. The others are kept and not
                       counted. Repeat it or separate by commas.
                       Default: any number                     PRO_KID_LIMITS
  --trusted-proxies <n>
                       How many proxies of yours are before it, to know
                       addresses by X-Forwarded-For.  PRO_KID_TRUSTED_PROXIES
                       Default: 0
  --allow-network <network>
                       A network without limits, such as 192.0.2.0/24.
                       Repeat it or separate by commas. PRO_KID_ALLOW_NETWORKS
  --block-network <network>
                       A network whose submissions are kept and not counted.
                       Repeat it or separate by commas. PRO_KID_BLOCK_NETWORKS
  --block-domain <domain>
                       The same for e-mail addresses, such as *.spam.example.
                       Repeat it or separate by commas.  PRO_KID_BLOCK_DOMAINS
  --allow-form-posts   Take plain forms of the sites, too, for visitors whose
                       browser runs no script.        PRO_KID_ALLOW_FORM_POSTS
                       The variable is yes or no. Default: no
  --smtp <server>      Ask by e-mail before anybody counts, with this server:
                       smtps://user:password@host.                PRO_KID_SMTP
                       Default: nobody is asked
  --mail-from <sender>
                       Such as "Pro-Kid <hello@your-site.example>".
                                                             PRO_KID_MAIL_FROM
  --public-url <url>   The address of this receiver as visitors see it.
                                                            PRO_KID_PUBLIC_URL
  --confirm-within <time>
                       How long the link in a mail works.
                       Default: 7d                      PRO_KID_CONFIRM_WITHIN
  --mails-per-address <n>
                       How many mails one address may have that it did not
                       answer. Default: 5            PRO_KID_MAILS_PER_ADDRESS
  --drain <seconds>    How long to go on after SIGTERM, with /ready saying no,
                       until a load balancer has noticed.        PRO_KID_DRAIN
                       Default: 0
  --log-level <level>  silent, error, info (a line for each    PRO_KID_LOG_LEVEL
                       request) or debug (also of /health and /ready).
                       Default: info
  --metrics <port>     Figures for Prometheus at 127.0.0.1 and this port, or at
                       an IP address with a port, such as 10.0.0.5:9464.
                       Default: none                          PRO_KID_METRICS
  --relay <file>       A JSON file with the services that submissions are passed on
                       to. Default: none                         PRO_KID_RELAY
  --help               Show this text.

An option on the command line wins over its environment variable.
`;

export const SERVER_OPTIONS = {
  origin: { type: 'string', multiple: true },
  port: { type: 'string' },
  host: { type: 'string' },
  database: { type: 'string' },
  family: { type: 'boolean' },
  campaigns: { type: 'string', multiple: true },
  limit: { type: 'string', multiple: true },
  'trusted-proxies': { type: 'string' },
  'allow-network': { type: 'string', multiple: true },
  'block-network': { type: 'string', multiple: true },
  'block-domain': { type: 'string', multiple: true },
  'allow-form-posts': { type: 'boolean' },
  smtp: { type: 'string' },
  'mail-from': { type: 'string' },
  'public-url': { type: 'string' },
  'confirm-within': { type: 'string' },
  'mails-per-address': { type: 'string' },
  drain: { type: 'string' },
  'log-level': { type: 'string' },
  metrics: { type: 'string' },
  relay: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

type TextFlag =
  | 'port'
  | 'host'
  | 'database'
  | 'trusted-proxies'
  | 'smtp'
  | 'mail-from'
  | 'public-url'
  | 'confirm-within'
  | 'mails-per-address'
  | 'drain'
  | 'log-level'
  | 'metrics'
  | 'relay';
type ListFlag =
  'origin' | 'campaigns' | 'limit' | 'allow-network' | 'block-network' | 'block-domain';

/** Reads the command line; an option wins over its environment variable. */
export function parseCommand(
  args: string[],
  environment: Readonly<Record<string, string | undefined>>,
): Command {
  let flags;
  try {
    flags = parseArgs({
      args: args[0] === 'serve' ? args.slice(1) : args,
      options: SERVER_OPTIONS,
    }).values;
  } catch (error) {
    return complain(`${sentenceOf(error)}. See pro-kid-receiver --help.`);
  }
  if (flags.help) return { run: 'help' };

  const setting = (flag: TextFlag, variable: string) => {
    const name = flags[flag] === undefined ? variable : `--${flag}`;
    return { name, value: flags[flag] ?? (environment[variable] || undefined) };
  };
  const port = setting('port', 'PRO_KID_PORT');
  const host = setting('host', 'PRO_KID_HOST');
  const database = setting('database', 'PRO_KID_DATABASE');

  const portNumber = port.value === undefined ? DEFAULT_PORT : Number(port.value);
  if (!/^\d{1,5}$/.test(port.value ?? '0') || portNumber > 65_535) {
    return complain(`${port.name} must be a whole number from 0 to 65535, not "${port.value}".`);
  }
  const relay = setting('relay', 'PRO_KID_RELAY');
  for (const { name, value } of [host, database, relay]) {
    if (value?.trim() === '') return complain(`${name} must not be empty.`);
  }
  const address = parseDatabaseAddress(database.value ?? DEFAULT_DATABASE);
  if ('message' in address) return complain(`${database.name} ${address.message}`);
  for (const variable of ['PRO_KID_FAMILY', 'PRO_KID_ALLOW_FORM_POSTS']) {
    const text = environment[variable] || 'no';
    if (text !== 'yes' && text !== 'no') {
      return complain(`${variable} must be yes or no, not "${text}".`);
    }
  }

  const list = (flag: ListFlag, variable: string) =>
    (flags[flag] ?? [environment[variable] ?? ''])
      .flatMap((part) => part.split(','))
      .map((part) => part.trim())
      .filter((part) => part !== '');
  const campaigns = new Set(list('campaigns', 'PRO_KID_CAMPAIGNS'));

  const given = (flag: ListFlag, variable: string) => ({
    name: flags[flag] === undefined ? variable : `--${flag}`,
    values: list(flag, variable),
  });
  const proxies = setting('trusted-proxies', 'PRO_KID_TRUSTED_PROXIES');
  const fair = readFairness({
    limits: given('limit', 'PRO_KID_LIMITS'),
    trustedProxies: {
      name: proxies.name,
      values: proxies.value === undefined ? [] : [proxies.value],
    },
    allowNetworks: given('allow-network', 'PRO_KID_ALLOW_NETWORKS'),
    blockNetworks: given('block-network', 'PRO_KID_BLOCK_NETWORKS'),
    blockDomains: given('block-domain', 'PRO_KID_BLOCK_DOMAINS'),
  });
  if ('message' in fair) return complain(fair.message);
  const run = readOperations({
    drain: setting('drain', 'PRO_KID_DRAIN'),
    logLevel: setting('log-level', 'PRO_KID_LOG_LEVEL'),
    metrics: setting('metrics', 'PRO_KID_METRICS'),
  });
  if ('message' in run) return complain(run.message);

  const mail = (flag: TextFlag, variable: string) => {
    const { name, value } = setting(flag, variable);
    return { name: value === undefined ? `--${flag} or ${variable}` : name, value };
  };
  const asked = readConfirmation({
    smtp: mail('smtp', 'PRO_KID_SMTP'),
    mailFrom: mail('mail-from', 'PRO_KID_MAIL_FROM'),
    publicUrl: mail('public-url', 'PRO_KID_PUBLIC_URL'),
    confirmWithin: mail('confirm-within', 'PRO_KID_CONFIRM_WITHIN'),
    mostMails: mail('mails-per-address', 'PRO_KID_MAILS_PER_ADDRESS'),
  });
  if ('message' in asked) return complain(asked.message);

  const origins = new Set<string>();
  for (const text of list('origin', 'PRO_KID_ORIGINS')) {
    const origin = parseOrigin(text);
    if (origin === null) {
      const name = flags.origin ? '--origin' : 'PRO_KID_ORIGINS';
      return complain(
        `${name} takes a scheme and a host, such as https://your-site.example, without a path, not "${text}".`,
      );
    }
    origins.add(origin);
  }

  return {
    run: 'serve',
    options: {
      port: portNumber,
      host: host.value,
      database: database.value ?? DEFAULT_DATABASE,
      family: flags.family ?? environment['PRO_KID_FAMILY'] === 'yes',
      origins: [...origins],
      campaigns: [...campaigns],
      fairness: fair.fairness,
      allowFormPosts:
        flags['allow-form-posts'] ?? environment['PRO_KID_ALLOW_FORM_POSTS'] === 'yes',
      operations: run.operations,
      confirmation: asked.confirmation,
      relay: relay.value,
    },
  };
}

const complain = (message: string): Command => ({ run: 'complain', message });
