import { looksLikeEmail, startStandIn, typeOf, type Reply } from './stand-in.ts';

interface Variables {
  page: number;
  action: { actionType: string; customFields: string };
  contact: Record<string, string> & { address?: Record<string, string> };
  privacy: { optIn?: boolean | null; leadOptIn?: boolean | null };
  tracking?: Record<string, string>;
}

export interface ProcaAction {
  type: string;
  customFields: Record<string, string>;
  contact: Variables['contact'];
  optIn: boolean | null;
  leadOptIn: boolean | null;
  /** Where it came from, less a location that is not of the page that sent it. */
  tracking: Record<string, string>;
  /** How many there were of this person before; it keeps them all. */
  dupeRank: number;
}

/** What each input type of its schema has; GraphQL takes nothing else. */
const INPUTS: Readonly<Record<string, readonly string[]>> = {
  action: ['actionType', 'customFields', 'donation', 'mtt', 'testing'],
  contact: [
    'name',
    'firstName',
    'lastName',
    'email',
    'phone',
    'birthDate',
    'address',
    'nationality',
  ],
  address: ['country', 'postcode', 'locality', 'region', 'street', 'streetNumber'],
  privacy: ['optIn', 'leadOptIn'],
  tracking: ['source', 'medium', 'campaign', 'content', 'location'],
};

const failure = (...errors: { message: string; path?: string[]; code?: string }[]): Reply => ({
  status: 200,
  body: {
    data: null,
    errors: errors.map(({ message, path = [], code }) => ({
      message,
      path: ['addActionContact', ...path],
      ...(code && { extensions: { code } }),
    })),
  },
});

export type ProcaScenario = 'captcha' | 'bad captcha' | 'server error' | 'newer errors';

/** Proca with one action page, number 42. */
export function startProca(scenario?: ProcaScenario) {
  const ranks = new Map<string, number>();
  return startStandIn<ProcaAction>({
    cors: 'preflight',
    allowHeaders: '*',
    answer(request, keep) {
      if (request.path !== '/api' || request.method !== 'POST') return { status: 404 };
      if (typeOf(request) !== 'application/json') return { status: 415 };
      if (scenario === 'server error') return { status: 500, body: '<p>Oops</p>' };
      const { query, variables } = JSON.parse(request.body) as {
        query: string;
        variables: Variables;
      };
      const unknown = unknownNames(query, variables);
      if (unknown.length > 0) return failure(...unknown.map((message) => ({ message })));
      if (scenario === 'captcha') {
        const message = 'Captcha code is required for this API call';
        return failure({ message, code: 'unauthorized' });
      }
      if (scenario === 'bad captcha') {
        return failure({ message: 'token expired', code: 'bad_captcha' });
      }
      const { page, action, contact, privacy, tracking = {} } = variables;
      if (page !== 42) {
        return failure({ message: `action_page_id: Cannot find Action Page with id=${page}` });
      }
      const wrong = wrongFields(contact);
      if (wrong.length > 0) {
        return failure(
          ...wrong.map(({ path, message }) =>
            scenario === 'newer errors'
              ? { path: path.map(inCamelCase), message }
              : { path, message: `${path.at(-1)}: ${message}` },
          ),
        );
      }

      const { location = '', ...utm } = tracking;
      const referrer = request.headers.get('referer');
      const isOfPage = referrer !== null && location.startsWith(referrer);
      const dupeRank = ranks.get(contact['email']!) ?? 0;
      ranks.set(contact['email']!, dupeRank + 1);
      keep({
        type: action.actionType,
        customFields: JSON.parse(action.customFields) as Record<string, string>,
        contact,
        optIn: privacy.optIn ?? null,
        leadOptIn: privacy.leadOptIn ?? null,
        tracking: { ...utm, ...(isOfPage && { location }) },
        dupeRank,
      });
      const contactRef = Buffer.from(contact['email']!).toString('base64url');
      return { status: 200, body: { data: { addActionContact: { contactRef } } } };
    },
  });
}

function unknownNames(query: string, variables: Variables): string[] {
  if (!/^mutation[^{]*\{\s*addActionContact\(/.test(query)) return ['Unknown operation'];
  const parts = { ...variables, address: variables.contact.address ?? {} };
  return Object.entries(INPUTS).flatMap(([input, known]) =>
    Object.keys(parts[input as keyof typeof parts] ?? {})
      .filter((name) => !known.includes(name))
      .map((name) => `In argument "${input}": In field "${name}": Unknown field.`),
  );
}

/** What is wrong with a contact, by its own names; a newer server has them in camel case. */
function wrongFields(contact: Variables['contact']) {
  const { firstName, email, address } = contact;
  const wrong: { path: string[]; message: string }[] = [];
  if (!firstName) wrong.push({ path: ['first_name'], message: "can't be blank" });
  if (!looksLikeEmail(email)) wrong.push({ path: ['email'], message: 'has invalid format' });
  if (address?.['postcode'] === '00000') {
    wrong.push({ path: ['address', 'postcode'], message: 'has invalid format' });
  }
  return wrong;
}

const inCamelCase = (name: string) =>
  name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
