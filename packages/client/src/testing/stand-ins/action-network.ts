import { startStandIn, typeOf, type Reply } from './stand-in.ts';

interface Person {
  email_addresses?: { address?: string; status?: string }[];
  custom_fields?: Record<string, string>;
  [property: string]: unknown;
}

export interface Activist {
  person: Person;
  isSubscribed: boolean;
  tags: string[];
  comments: string | undefined;
  referrer: unknown;
}

/** An error of OSDI, which is spelled in two ways. */
const osdiError = (descriptions: 'error_descriptions' | 'errors') => ({
  'osdi:error': {
    request_type: 'atomic',
    response_code: 400,
    resource_status: [
      {
        resource: 'osdi:person',
        response_code: 400,
        [descriptions]: [
          {
            code: 'INVALID',
            description: 'Email address is invalid',
            properties: ['email_addresses[0].address'],
          },
        ],
      },
    ],
  },
});

const SCENARIOS = {
  'OSDI error': { status: 400, body: osdiError('error_descriptions') },
  'OSDI error on 200': { status: 200, body: osdiError('errors') },
  'rate-limited': { status: 429, body: { error: 'Too many requests' } },
  'page on 200': { status: 200, body: '<!doctype html><title>Maintenance</title>' },
} satisfies Record<string, Reply>;

export interface ActionNetworkSettings {
  scenario?: keyof typeof SCENARIOS;
  /** The tags that exist; it ignores others. */
  tags?: readonly string[];
  /** Those who have unsubscribed, by address. */
  unsubscribed?: readonly string[];
}

/**
 * Action Network without a key: `/api/v2/forms/{id}/submissions` and `/api/v2/petitions/{id}/signatures`.
 * It keeps one person for each address, the newer answers over the older ones, and says `{}` to all.
 */
export function startActionNetwork(settings: ActionNetworkSettings = {}) {
  const people = new Map<string, Activist>();
  return startStandIn<Activist>({
    cors: 'preflight',
    answer(request, keep) {
      const path = /^\/api\/v2\/(?:forms\/known\/submissions|petitions\/known\/signatures)$/;
      if (!path.test(request.path)) return { status: 404, body: { error: 'Not found' } };
      if (request.method !== 'POST') return { status: 405 };
      if (settings.scenario) return SCENARIOS[settings.scenario];
      const isJson = typeOf(request) === 'application/json';
      const sent = isJson ? (JSON.parse(request.body) as Record<string, unknown>) : {};
      const { person = {} } = sent as { person?: Person };
      const { address, status } = person.email_addresses?.[0] ?? {};
      const isStatus = status === undefined || status === 'subscribed';
      // What is wrong is kept from those who have no key.
      if (!address?.includes('@') || !isStatus) return { status: 200, body: {} };

      const before = people.get(address);
      const isNew = !before && !settings.unsubscribed?.includes(address);
      const tags = (sent['add_tags'] as string[] | undefined) ?? [];
      const activist: Activist = {
        person: {
          ...before?.person,
          ...person,
          custom_fields: { ...before?.person.custom_fields, ...person.custom_fields },
        },
        isSubscribed: isNew || status === 'subscribed' || (before?.isSubscribed ?? false),
        tags: tags.filter((tag) => settings.tags?.includes(tag)),
        comments: sent['comments'] as string | undefined,
        referrer: sent['action_network:referrer_data'],
      };
      if (before) Object.assign(before, activist);
      else keep(activist);
      people.set(address, before ?? activist);
      return { status: 200, body: {} };
    },
  });
}
