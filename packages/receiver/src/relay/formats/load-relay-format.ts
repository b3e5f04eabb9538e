import { loadFormat } from '@pro-kid/client';
import type { Target } from '../target.ts';
import { actionNetworkApi } from './action-network-api.ts';
import { everyAction } from './everyaction.ts';
import { nationBuilder } from './nationbuilder.ts';
import type { RelayFormat } from './relay-format.ts';
import { signedWebhook } from './signed-webhook.ts';

/** Formats of pages whose services answer a server in words, too. */
const OF_PAGES = [
  'json',
  'form',
  'formspree',
  'zapier',
  'webhook',
  'hubspot',
  'supabase',
  'proca',
  'action-network',
] as const;
type PageFormatName = (typeof OF_PAGES)[number];

const OF_SERVERS = {
  'signed-webhook': signedWebhook,
  'action-network-api': actionNetworkApi,
  everyaction: everyAction,
  nationbuilder: nationBuilder,
} as const satisfies Record<string, RelayFormat>;
type ServerFormatName = keyof typeof OF_SERVERS;

export type RelayFormatName = PageFormatName | ServerFormatName;

export const RELAY_FORMATS: readonly RelayFormatName[] = [
  ...(Object.keys(OF_SERVERS) as ServerFormatName[]),
  ...OF_PAGES,
];

/** Whether the format proves itself with a secret, as those of pages cannot. */
export const needsSecret = (format: RelayFormatName): format is ServerFormatName =>
  Object.hasOwn(OF_SERVERS, format);

/** Whether it can say that somebody signed who gave no name. */
export const takesNameless = ({ format, fields }: Pick<Target, 'format' | 'fields'>): boolean =>
  format === 'signed-webhook' || (format === 'json' && fields === undefined);

export async function loadRelayFormat(target: Target): Promise<RelayFormat> {
  const { format, fields } = target;
  if (needsSecret(format)) return OF_SERVERS[format];
  const loaded = await loadFormat({ format, ...(fields && { fields }) });
  return {
    request({ submission }, { secret: _, headers: __, ...endpoint }) {
      const request = loaded.request(submission, { ...endpoint, format });
      if (!('handOff' in request)) return request;
      return { outcome: 'refused', code: 'configuration', reason: 'it needs a page' };
    },
    read: (answer, submission, { secret: _, headers: __, ...endpoint }) =>
      loaded.read(answer, submission, { ...endpoint, format }),
  };
}
