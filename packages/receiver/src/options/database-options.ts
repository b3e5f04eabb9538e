import { parseDatabaseAddress } from './database-address.ts';
import { Complaint, type Flags } from './flags.ts';
import { DEFAULT_DATABASE } from './options.ts';

export const DATABASE_OPTIONS = {
  database: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

export const FAMILY_OPTIONS = { family: { type: 'boolean' } } as const;

export const DATABASE_HELP = `  --database <place>   SQLite file, or postgres://user@host/name.
                       Default: ${DEFAULT_DATABASE}         PRO_KID_DATABASE
  --help               Show this text.
`;

export const FAMILY_HELP = `  --family             The rule that the receiver counts by: as for it.
                       The variable is yes or no. Default: no   PRO_KID_FAMILY
`;

/** Where the submissions are, and `shown` for people to read, without a secret. */
export function readDatabase(flags: Flags): { address: string; shown: string } {
  const given = flags.text('database');
  const name = given === undefined ? 'PRO_KID_DATABASE' : '--database';
  const address = given ?? (flags.environment['PRO_KID_DATABASE'] || DEFAULT_DATABASE);
  const parsed = parseDatabaseAddress(address);
  if ('message' in parsed) throw new Complaint(`${name} ${parsed.message}`);
  return { address, shown: parsed.shown };
}

export function readFamily(flags: Flags): boolean {
  const text = flags.environment['PRO_KID_FAMILY'] || 'no';
  if (text !== 'yes' && text !== 'no') {
    throw new Complaint(`PRO_KID_FAMILY must be yes or no, not "${text}".`);
  }
  return flags.is('family') || text === 'yes';
}
