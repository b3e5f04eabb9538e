import fc from 'fast-check';
import {
  anonymousSubmission,
  invalidSubmissions,
  validSubmissions,
} from '@pro-kid/contract/testing';
import { ORIGIN } from '../receiver.ts';

/** Something that is posted to `/submissions`. */
export interface HostilePost {
  headers: Record<string, string>;
  body: Uint8Array<ArrayBuffer>;
}

type Path = readonly (string | number)[];

/** One change of a submission, at one place in it. */
type Change =
  | { do: 'put'; at: number; value: unknown }
  | { do: 'remove'; at: number }
  | { do: 'add'; at: number; key: string; value: unknown };

const KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'toJSON',
  'id',
  'confirmed',
  'state',
  'createdAt',
  'receivedAt',
  'ip',
  'address',
  'then',
  '',
];

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.constantFrom('\0', '\ud800', '\udc00x', '\r\nBcc: a@b', '\u202e', '\ufeff', '0', 'null', '-'),
  fc.nat(5000).map((length) => 'a'.repeat(length)),
  fc.nat(300).map((length) => '\u0301'.repeat(length)),
);

const value: fc.Arbitrary<unknown> = fc.oneof(
  text,
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(null, true, 0, -1, 1e308, -0, 2 ** 53, '', [], {}, [[]], [null]),
  fc.dictionary(fc.oneof(text, fc.constantFrom(...KEYS)), text, { maxKeys: 60 }),
  fc.array(fc.constant(null), { maxLength: 200 }),
  fc.integer({ min: 1, max: 3000 }).map((depth) => deep(depth)),
);

function deep(depth: number): unknown {
  let nested: unknown = 1;
  for (let level = 0; level < depth; level++) nested = level % 2 ? [nested] : { a: nested };
  return nested;
}

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ do: fc.constant('put' as const), at: fc.nat(), value }),
  fc.record({ do: fc.constant('remove' as const), at: fc.nat() }),
  fc.record({
    do: fc.constant('add' as const),
    at: fc.nat(),
    key: fc.oneof(fc.constantFrom(...KEYS), text),
    value,
  }),
);

const bodies: readonly unknown[] = [
  ...Object.values(validSubmissions),
  anonymousSubmission,
  ...Object.values(invalidSubmissions).map(({ body }) => body),
];

/** Submissions with some things changed in them, each with an id of its own unless that was changed. */
const changedSubmission = fc
  .tuple(fc.constantFrom(...bodies), fc.uuid({ version: 4 }), fc.array(change, { maxLength: 4 }))
  .map(([body, id, changes]) => {
    const submission = structuredClone(body) as Record<string, unknown>;
    if (submission['id'] !== '42') submission['id'] = id;
    for (const each of changes) apply(submission, each);
    return JSON.stringify(submission);
  });

function apply(submission: object, change: Change): void {
  const places = placesIn(submission);
  const path = places[change.at % places.length]!;
  if (change.do === 'add') {
    const at = path.reduce<unknown>((part, key) => Reflect.get(part as object, key), submission);
    const target = typeof at === 'object' && at !== null ? at : submission;
    define(target, change.key, change.value);
    return;
  }
  const last = path.at(-1);
  if (last === undefined) return;
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((part, key) => Reflect.get(part as object, key), submission) as object;
  if (change.do === 'put') define(parent, last, change.value);
  else Reflect.deleteProperty(parent, last);
}

/** As a key of its own, also where it is called `__proto__`. */
const define = (target: object, key: string | number, value: unknown) =>
  Object.defineProperty(target, key, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });

/** Each place in it, down to a depth at which nobody looks any more. */
function placesIn(part: unknown, path: Path = []): Path[] {
  if (typeof part !== 'object' || part === null || path.length > 8) return [path];
  return [
    path,
    ...Object.keys(part).flatMap((key) => placesIn(Reflect.get(part, key), [...path, key])),
  ];
}

/** Some bytes of a text changed, doubled or left out. */
const damaged = (texts: fc.Arbitrary<string>): fc.Arbitrary<Uint8Array<ArrayBuffer>> =>
  fc
    .tuple(
      texts,
      fc.array(fc.tuple(fc.nat(), fc.constantFrom('put', 'cut', 'double'), fc.nat(255)), {
        maxLength: 4,
      }),
    )
    .map(([text, damages]) => {
      const bytes = [...Buffer.from(text)];
      for (const [at, kind, byte] of damages) {
        const place = at % (bytes.length + 1);
        if (kind === 'put') bytes[place] = byte;
        else if (kind === 'cut') bytes.splice(place, byte);
        else bytes.splice(place, 0, ...bytes.slice(place, place + byte));
      }
      return Uint8Array.from(bytes);
    });

const asBytes = (texts: fc.Arbitrary<string>) =>
  texts.map((each) => Uint8Array.from(Buffer.from(each)));

const FIELDS = [
  'given-name',
  'family-name',
  'email',
  'tel',
  'postal-code',
  'organization',
  'organization-title',
  'url',
  'authorized',
  'type',
  'kind',
  'campaign',
  'partner',
  'language',
  'commitment',
  'comment',
  'show-name',
  'answer-heard',
  'answer-__proto__',
  'answer-',
  'consent-updates',
  'consent-updates-text',
  'consent-',
  'consent--text',
  '__proto__',
  'id',
];

const formValue = fc.oneof(
  text,
  fc.constantFrom('on', 'yes', 'pledge', 'petition', 'organization', 'anonymous', 'es', '95814'),
);

const form = fc
  .tuple(
    fc.array(fc.tuple(fc.oneof(fc.constantFrom(...FIELDS), text), formValue), { maxLength: 12 }),
    fc.boolean(),
    fc.option(fc.oneof(fc.webUrl(), text, fc.constant(`${ORIGIN}/thanks`))),
  )
  .map(([fields, isWhole, redirect]) => {
    const whole = isWhole
      ? [
          ['given-name', 'Ana'],
          ['email', 'ana@example.org'],
        ]
      : [];
    const led = redirect === null ? [] : [['redirect', redirect]];
    return new URLSearchParams([...whole, ...fields, ...led] as [string, string][]).toString();
  });

const json = { 'content-type': 'application/json', origin: ORIGIN };
const urlEncoded = { 'content-type': 'application/x-www-form-urlencoded', origin: ORIGIN };

const post = (headers: Record<string, string>, body: fc.Arbitrary<Uint8Array<ArrayBuffer>>) =>
  fc.record({ headers: fc.constant(headers), body });

const rawBytes = fc.uint8Array({ maxLength: 400 }).map((bytes) => Uint8Array.from(bytes));

/** What somebody may post who means harm, or whose software is broken. */
export const hostilePost: fc.Arbitrary<HostilePost> = fc.oneof(
  { weight: 6, arbitrary: post(json, asBytes(changedSubmission)) },
  { weight: 3, arbitrary: post(json, damaged(changedSubmission)) },
  { weight: 1, arbitrary: post(json, rawBytes) },
  { weight: 4, arbitrary: post(urlEncoded, asBytes(form)) },
  { weight: 1, arbitrary: post(urlEncoded, damaged(form)) },
  { weight: 1, arbitrary: post(urlEncoded, rawBytes) },
);
