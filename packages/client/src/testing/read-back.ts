import assert from 'node:assert/strict';
import type { NamedSubmission } from '@pro-kid/contract';
import type { Endpoint } from '../endpoint.ts';
import type { FormatRequest, HandOff } from '../formats/format.ts';
import type { FormatName } from '../formats/load-format.ts';
import { allNames, valuesOf } from './any-submission.ts';

/** What was written for a service, read as the service reads it: by the names of `valuesOf`. */
export interface ReadBack {
  endpoint: Endpoint;
  /** The value of a name; undefined where it was lost. */
  look(request: FormatRequest | HandOff): (name: string) => unknown;
  /** Whether the service's own place for it says that updates were consented to. */
  subscribed?(request: FormatRequest | HandOff): boolean;
}

type Json = Record<string, unknown>;

const ours = new Set(allNames.filter((name) => !name.startsWith('answers.')));

/** Our name of a flat field: an answer stands beside the field of ours whose name it has. */
function flatName(name: string): string {
  if (!name.startsWith('answers.')) return name;
  const own = name.replace('answers.', '');
  return ours.has(own) ? `answer-${own}` : own;
}

const bodyOf = (request: FormatRequest | HandOff) => {
  assert.ok('init' in request);
  return request.init.body;
};

function formOf(request: FormatRequest | HandOff): URLSearchParams {
  if ('fields' in request) {
    return new URLSearchParams(request.fields.map(([name, value]) => [name, value]));
  }
  if ('callback' in request) return new URL(request.url).searchParams;
  const body = bodyOf(request);
  assert.ok(body instanceof URLSearchParams);
  return body;
}

const jsonOf = (request: FormatRequest | HandOff) => JSON.parse(bodyOf(request) as string) as Json;

const url = 'https://service.example/';

/** The whole submission as JSON, constants beside it. */
const whole: ReadBack = {
  endpoint: { url, extra: { list: '7' } },
  look(request) {
    const { list, ...submission } = jsonOf(request);
    assert.equal(list, '7');
    const values = valuesOf(submission as NamedSubmission);
    return (name) => values[name];
  },
};

/** Some of our names are mapped, some of them to what an answer is called. */
const renamed: Readonly<Record<string, string>> = {
  'given-name': 'entry.1',
  email: 'EMAIL',
  tel: 'size',
};

/** All fields in one level; `rename` is for names that are not mapped. */
const flat = (
  fieldsOf: (request: FormatRequest | HandOff) => Json,
  more: Partial<Endpoint> = {},
  rename = (name: string) => name,
): ReadBack => {
  const { fields = {} } = more;
  const theirs = (name: string) =>
    Object.hasOwn(fields, flatName(name)) ? fields[flatName(name)]! : rename(flatName(name));
  const known = new Set([...ours].map(theirs));
  return {
    endpoint: { url, ...more },
    look(request) {
      const written = fieldsOf(request);
      return (name) => {
        const own = theirs(name);
        const beside = rename(`answer-${own}`);
        const isBeside =
          name.startsWith('answers.') && known.has(own) && Object.hasOwn(written, beside);
        return written[isBeside ? beside : own];
      };
    },
  };
};

const asForm = (request: FormatRequest | HandOff): Json => Object.fromEntries(formOf(request));
const form = flat(asForm, { fields: renamed });

/** Everything is mapped, each to a name of its own: services that take nothing else. */
const mapAll = (to: (name: string, index: number) => string) =>
  Object.fromEntries(allNames.map((name, index) => [flatName(name), to(name, index)]));

const entries = mapAll((_, index) => `entry.${index}`);
const leads = mapAll((_, index) => `00N${index}`);
const properties = mapAll((name, index) => `${name === 'organization' ? '0-2/' : ''}p_${index}`);
const tags: Readonly<Record<string, string>> = {
  ...mapAll((_, index) => `MERGE${index}`),
  'consent-updates': 'gdpr[9]',
};

const mailchimp = (way: string): ReadBack => ({
  endpoint: { url: `${url}subscribe/${way}?u=1&id=7`, fields: tags },
  look(request) {
    const fields = formOf(request);
    const isTicked = fields.get('gdpr[9]') === 'Y';
    return (name) =>
      name === 'consent-updates' ? (isTicked ? '1' : '0') : fields.get(tags[flatName(name)]!);
  },
});

const hubspot: ReadBack = {
  endpoint: { url, fields: properties },
  look(request) {
    const fields = jsonOf(request)['fields'] as Record<string, string>[];
    const values = fields.map(({ objectTypeId, name, value }): [string, string] => [
      objectTypeId === '0-2' ? `0-2/${name}` : name!,
      value!,
    ]);
    return (name) => new Map(values).get(properties[flatName(name)]!);
  },
  subscribed: (request) => 'legalConsentOptions' in jsonOf(request),
};

interface Person extends Json {
  email_addresses: { address: string; status?: string }[];
  phone_numbers?: { number: string }[];
  postal_addresses?: { postal_code: string }[];
  languages_spoken: string[];
  custom_fields: Json;
}

const actionNetwork: ReadBack = {
  endpoint: { url },
  look(request) {
    const { person, comments } = jsonOf(request) as { person: Person; comments?: string };
    const places: Json = {
      ...person.custom_fields,
      'given-name': person['given_name'],
      'family-name': person['family_name'],
      email: person.email_addresses[0]!.address,
      tel: person.phone_numbers?.[0]!.number,
      'postal-code': person.postal_addresses?.[0]!.postal_code,
      organization: person['employer'],
      'organization-title': person['work_title'],
      language: person.languages_spoken[0],
      comment: comments,
    };
    return (name) => places[flatName(name)];
  },
  subscribed(request) {
    const { person } = jsonOf(request) as { person: Person };
    return person.email_addresses[0]!.status === 'subscribed';
  },
};

interface ProcaVariables {
  action: { actionType: string; customFields: string };
  contact: Record<string, string> & { address: Record<string, string> };
  privacy: { optIn: boolean | null };
  tracking: Record<string, string>;
}

const variablesOf = (request: FormatRequest | HandOff) =>
  jsonOf(request)['variables'] as ProcaVariables;

const proca: ReadBack = {
  endpoint: { url: `${url}?id=42` },
  look(request) {
    const { action, contact, tracking } = variablesOf(request);
    const places: Json = {
      ...(JSON.parse(action.customFields) as Json),
      type: action.actionType,
      'given-name': contact['firstName'],
      'family-name': contact['lastName'],
      email: contact['email'],
      tel: contact['phone'],
      'postal-code': contact.address['postcode'],
      page: tracking['location'],
      utm_source: tracking['source'],
      utm_medium: tracking['medium'],
      utm_campaign: tracking['campaign'],
      utm_content: tracking['content'],
    };
    return (name) => places[flatName(name)];
  },
  subscribed: (request) => variablesOf(request).privacy.optIn === true,
};

/** How each format's request is read back, some in two ways. */
export const readBacks: readonly (readonly [FormatName, ReadBack])[] = [
  ['json', whole],
  ['json', flat(jsonOf, { fields: renamed })],
  ['json-simple', whole],
  ['apps-script', whole],
  ['form', form],
  ['formspree', form],
  ['zapier', form],
  ['webhook', form],
  ['netlify', flat(asForm, { fields: renamed, extra: { 'form-name': 'join' } })],
  [
    'supabase',
    flat(jsonOf, { extra: { apikey: 'sb_publishable_1' } }, (name) => name.replaceAll('-', '_')),
  ],
  ['google-forms', flat(withBoxes, { fields: entries })],
  ['salesforce', flat(asForm, { fields: leads, extra: { oid: '1' } })],
  ['mailchimp', mailchimp('post')],
  ['mailchimp', mailchimp('post-json')],
  ['hubspot', hubspot],
  ['action-network', actionNetwork],
  ['proca', proca],
];

/** The boxes that are ticked in one question, joined as `valuesOf` does. */
function withBoxes(request: FormatRequest | HandOff): Json {
  const fields = formOf(request);
  return Object.fromEntries([...fields.keys()].map((key) => [key, fields.getAll(key).join(', ')]));
}
