import type { FormatName } from '@pro-kid/contract';
import type { Endpoint } from '../endpoint.ts';
import type { Format } from './format.ts';
import { json } from './json.ts';

/** A format is loaded when it is first used: a page that posts JSON downloads none of the others. */
const loaders = {
  json: async () => json,
  'json-simple': async () => (await import('./json-simple.ts')).jsonSimple,
  form: async () => (await import('./form.ts')).form,
  formspree: async () => (await import('./formspree.ts')).formspree,
  'apps-script': async () => (await import('./apps-script.ts')).appsScript,
  zapier: async () => (await import('./zapier.ts')).zapier,
  webhook: async () => (await import('./webhook.ts')).webhook,
  netlify: async () => (await import('./netlify.ts')).netlify,
  salesforce: async () => (await import('./salesforce.ts')).salesforce,
  'google-forms': async () => (await import('./google-forms.ts')).googleForms,
  'action-network': async () => (await import('./action-network.ts')).actionNetwork,
  hubspot: async () => (await import('./hubspot.ts')).hubspot,
  supabase: async () => (await import('./supabase.ts')).supabase,
  proca: async () => (await import('./proca.ts')).proca,
  mailchimp: async () => (await import('./mailchimp.ts')).mailchimp,
} satisfies Record<FormatName, () => Promise<Format>>;

export type { FormatName };

export const isFormatName = (name: string): name is FormatName => Object.hasOwn(loaders, name);

/** The format that an endpoint is spoken to in; `json` where it names none. */
export async function loadFormat(
  endpoint: Pick<Endpoint, 'format' | 'fields' | 'headers' | 'idempotencyKey'>,
): Promise<Format> {
  const { format = 'json', fields, headers, idempotencyKey } = endpoint;
  if (format === 'json' && (fields || headers || idempotencyKey)) {
    return (await import('./json-custom.ts')).jsonCustom(endpoint);
  }
  return loaders[format]();
}
