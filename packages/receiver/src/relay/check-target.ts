import type { SubmissionType } from '@pro-kid/contract';
import { needsSecret, RELAY_FORMATS, type RelayFormatName } from './formats/load-relay-format.ts';
import { readSigningKeys } from './formats/signed-webhook.ts';
import { readSecret, SECRET_SHAPE, type SecretsOptions } from './read-secret.ts';
import type { Target } from './target.ts';
import { faultOfAddress } from './vet-address.ts';

const NAME = /^[a-z][a-z0-9-]{0,39}$/;
const HEADER = /^[a-z][a-z0-9-]*$/i;
const TYPES: readonly SubmissionType[] = ['join', 'pledge', 'petition'];
export const TARGET_KEYS: readonly string[] = [
  'name',
  'format',
  'url',
  'secret',
  'headers',
  'campaigns',
  'types',
  'fields',
  'extra',
  'local',
];
/** Formats of which nothing can be renamed. */
const WITHOUT_FIELDS: readonly RelayFormatName[] = [
  'signed-webhook',
  'everyaction',
  'nationbuilder',
];

/** What decides how and where to, and not what. */
const OF_SENDING = /^\/(?:url|secret|headers)/;

/** Notes what is wrong at a place, in words that quote no value: any could be a secret. */
export type Complain = (pointer: string, message: string) => void;

/** Reads one target; undefined where something is wrong with it, which is then complained about. */
export async function checkTarget(
  value: unknown,
  secrets: SecretsOptions,
  complain: Complain,
): Promise<Target | undefined> {
  if (!isObject(value)) {
    complain('', 'expected an object');
    return undefined;
  }
  let isWrong = false;
  const wrong: Complain = (pointer, message) => {
    if (secrets.needsSecrets === false && OF_SENDING.test(pointer)) return;
    isWrong = true;
    complain(pointer, message);
  };
  for (const key of Object.keys(value)) {
    if (!TARGET_KEYS.includes(key))
      wrong(`/${key}`, `there is no such key. There are: ${TARGET_KEYS.join(', ')}`);
  }
  const { name, format, local, fields } = value;
  if (typeof name !== 'string' || !NAME.test(name)) {
    wrong('/name', 'expected a name of small letters, digits and hyphens');
  }
  if (!RELAY_FORMATS.some((each) => each === format)) {
    wrong('/format', `expected one of ${RELAY_FORMATS.join(', ')}`);
  }
  if (local !== undefined && typeof local !== 'boolean') wrong('/local', 'expected true or false');
  const known = format as RelayFormatName;
  if (fields !== undefined && WITHOUT_FIELDS.includes(known)) {
    wrong('/fields', `the format ${known} renames nothing. Take it away`);
  }
  const target = {
    name: name as string,
    format: known,
    url: await addressOf(value, secrets, wrong),
    ...optional('secret', await secretOf(value, secrets, wrong)),
    ...optional('headers', await headersOf(value, secrets, wrong)),
    ...optional('campaigns', listOf(value, 'campaigns', wrong)),
    ...optional('types', listOf(value, 'types', wrong, TYPES) as SubmissionType[] | undefined),
    ...optional('fields', textsOf(value, 'fields', wrong)),
    ...optional('extra', textsOf(value, 'extra', wrong)),
  };
  return isWrong ? undefined : target;
}

type Given = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const optional = <Key extends string, Value>(key: Key, value: Value | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { [name in Key]?: Value };

async function addressOf(given: Given, secrets: SecretsOptions, wrong: Complain): Promise<string> {
  let { url } = given;
  if (isObject(url)) {
    const read = await readSecret(url, secrets);
    if ('message' in read) {
      wrong('/url', read.message);
      return '';
    }
    url = read.secret;
  }
  const fault = faultOfAddress(typeof url === 'string' ? url : '', given['local'] === true);
  if (fault !== undefined) wrong('/url', fault);
  return String(url);
}

async function secretOf(
  { secret: value, format }: Given,
  secrets: SecretsOptions,
  wrong: Complain,
): Promise<string | undefined> {
  const known = format as RelayFormatName;
  if (!needsSecret(known)) {
    if (value !== undefined) wrong('/secret', 'the format has no secret. Use "headers" for it');
    return undefined;
  }
  if (value === undefined) {
    wrong('/secret', `the format needs one: ${SECRET_SHAPE}`);
    return undefined;
  }
  const read = await readSecret(value, secrets);
  const fault = 'message' in read ? read.message : faultOfSecret(known, read.secret);
  if (fault !== undefined) wrong('/secret', fault);
  return 'secret' in read ? read.secret : undefined;
}

function faultOfSecret(format: RelayFormatName, secret: string): string | undefined {
  if (format === 'signed-webhook') {
    const keys = readSigningKeys(secret);
    return 'message' in keys ? `the secret is not ${keys.message}` : undefined;
  }
  if (format === 'everyaction') {
    return /^[^:]+:[^:|]+\|[01]$/.test(secret)
      ? undefined
      : 'the secret is not application:key|mode, with the mode 0 or 1';
  }
  return /^[\x21-\x7e]+$/.test(secret) ? undefined : 'the secret has spaces or other signs in it';
}

async function headersOf(
  { headers }: Given,
  secrets: SecretsOptions,
  wrong: Complain,
): Promise<Record<string, string> | undefined> {
  if (headers === undefined) return undefined;
  if (!isObject(headers)) {
    wrong('/headers', 'expected an object of header names');
    return undefined;
  }
  const read: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    const pointer = `/headers/${name}`;
    const one = HEADER.test(name)
      ? await readSecret(value, secrets)
      : { message: 'no header name' };
    if ('message' in one) wrong(pointer, one.message);
    else if (!/^[\x20-\x7e]+$/.test(one.secret)) wrong(pointer, 'its value can be in no header');
    else read[name] = one.secret;
  }
  return read;
}

function listOf(
  given: Given,
  key: string,
  wrong: Complain,
  known?: readonly string[],
): string[] | undefined {
  const value = given[key];
  if (value === undefined) return undefined;
  const isList = Array.isArray(value) && value.length > 0;
  if (
    isList &&
    value.every((each) => typeof each === 'string' && (known?.includes(each) ?? true))
  ) {
    return value as string[];
  }
  wrong(`/${key}`, known ? `expected a list of ${known.join(', ')}` : 'expected a list of ids');
  return undefined;
}

function textsOf(given: Given, key: string, wrong: Complain): Record<string, string> | undefined {
  const value = given[key];
  if (value === undefined) return undefined;
  if (isObject(value) && Object.values(value).every((each) => typeof each === 'string')) {
    return value as Record<string, string>;
  }
  wrong(`/${key}`, 'expected an object of texts');
  return undefined;
}
