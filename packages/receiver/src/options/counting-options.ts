import { readTargets } from '../relay/read-targets.ts';
import { relayTo } from '../relay/when-counted.ts';
import type { StoreOptions } from '../store/create-store.ts';
import { FAMILY_HELP, FAMILY_OPTIONS, readFamily } from './database-options.ts';
import { Complaint, type Flags } from './flags.ts';

/** For commands by which somebody may come to count. */
export const COUNTING_OPTIONS = { ...FAMILY_OPTIONS, relay: { type: 'string' } } as const;

export const COUNTING_HELP = `${FAMILY_HELP}  --relay <file>       The file of the receiver, for those who come to count to be
                       passed on. Without its secrets.           PRO_KID_RELAY
`;

/** Who counts, and what is to be sent for those who come to count. A receiver sends it. */
export async function readCounting(
  flags: Flags,
): Promise<Required<Pick<StoreOptions, 'family' | 'whenCounted'>>> {
  const family = readFamily(flags);
  const file = flags.text('relay') ?? (flags.environment['PRO_KID_RELAY'] || undefined);
  if (file === undefined) return { family, whenCounted: () => [] };
  const read = await readTargets(file, flags.environment, { needsSecrets: false });
  if ('message' in read) throw new Complaint(read.message);
  return { family, whenCounted: relayTo(read.targets) };
}
