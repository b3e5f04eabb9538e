import pino, { type DestinationStream } from 'pino';
import type { Answered } from '../http/answered.ts';
import { readableLine } from './readable-line.ts';

export const LOG_LEVELS = ['silent', 'error', 'info', 'debug'] as const;

/** The least that is written: `info` has a line for each request, `debug` also for those of probes. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Nothing of ours is logged with these. If ever it is, this keeps it out. */
const PERSONAL = [
  'address',
  'answers',
  'authorization',
  'body',
  'comment',
  'cookie',
  'email',
  'error',
  'err',
  'familyName',
  'givenName',
  'headers',
  'ip',
  'mailbox',
  'member',
  'name',
  'person',
  'postalCode',
  'submission',
  'telephone',
  'url',
];

/** Lines are lost rather than memory where nobody reads them. */
const MOST_WAITING_BYTES = 16 * 1024 * 1024;

/** Load balancers ask every few seconds. */
const PROBES: ReadonlySet<string> = new Set(['/health', '/ready']);

/** Writes for the operator, one line each. */
export interface Logger {
  /** An internal error, in words without personal data. */
  error(line: string): void;
  answered(answered: Answered): void;
  /** Resolves when all is written. */
  flush(): Promise<void>;
}

/**
 * A log of JSON lines, on a terminal of words.
 *
 * @param to where lines go (default: standard error, so that standard output is left to words).
 */
export function createLogger(level: LogLevel, to?: DestinationStream): Logger {
  // Not in turn with requests: what comes while a line is written goes with the next write.
  const standardError = to
    ? undefined
    : pino.destination({ dest: 2, sync: false, maxLength: MOST_WAITING_BYTES });
  const lines = to ?? (process.stderr.isTTY ? onTerminal(standardError!) : standardError!);
  const log = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: PERSONAL.flatMap((key) => [key, `*.${key}`]), censor: '[removed]' },
    },
    lines,
  );
  return {
    error: (line) => log.error(line),
    answered({ seconds, ...answered }) {
      const line = { ...answered, milliseconds: Math.round(seconds * 10_000) / 10 };
      log[levelOf(answered)](line, 'answered');
    },
    flush: () =>
      new Promise((resolve) => {
        // Where they cannot be written, there is nowhere to say so.
        if (standardError) standardError.flush(() => resolve());
        else resolve();
      }),
  };
}

function levelOf({
  route,
  status,
}: Pick<Answered, 'route' | 'status'>): 'error' | 'info' | 'debug' {
  if (route === '/ready') return 'debug';
  if (status >= 500) return 'error';
  return PROBES.has(route) ? 'debug' : 'info';
}

const onTerminal = (stream: DestinationStream): DestinationStream => ({
  write: (line) => stream.write(readableLine(line)),
});
