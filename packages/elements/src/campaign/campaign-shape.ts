import {
  answerName,
  campaignLimits as limits,
  color,
  countsFormatNames,
  formatNames,
  identifier,
  jsonPointer,
  line,
  moment,
  secureUrl,
  timeZone,
  webAddress,
} from '@pro-kid/contract/rules';
import {
  flag,
  list,
  localizedText,
  object,
  oneOf,
  record,
  text,
  whole,
  type Shape,
} from './shape.ts';

const id = text(identifier(limits.id));
const shown = (maximum: number) => localizedText(line(maximum));
const paragraph = shown(limits.paragraph);
const link = text(secureUrl(limits.url));
const address = text(webAddress(limits.url));
const pointer = text(jsonPointer(limits.value));
const presence = oneOf('hidden', 'optional', 'required');

/** Any text up to so many characters. */
const anyText =
  (minimum: number): Shape =>
  (value) =>
    typeof value === 'string' && value.length >= minimum && value.length <= limits.value
      ? undefined
      : '';
const names = record(anyText(1), anyText(0), 0, limits.names);

const endpoint = object(
  { url: address },
  {
    format: oneOf(...formatNames),
    fields: names,
    extra: names,
    headers: names,
    idempotencyKey: flag,
    counts: object(
      { url: address },
      {
        format: oneOf(...countsFormatNames),
        map: object({ individuals: pointer }, { organizations: pointer, asOf: pointer }),
      },
    ),
  },
);

const questionParts = { name: text(answerName), label: shown(limits.label) };
const questionOptions = { hint: shown(limits.hint), required: flag };
const options = (minimum: number) =>
  list(
    object({ value: id, label: shown(limits.label) }),
    minimum,
    limits.options,
    ({ value }: { value: string }) => value,
    '/value',
  );
const questions: Readonly<Record<string, Shape>> = {
  text: object({ type: oneOf('text'), ...questionParts }, { ...questionOptions, multiline: flag }),
  choice: object({ type: oneOf('choice'), ...questionParts, options: options(2) }, questionOptions),
  several: object(
    { type: oneOf('several'), ...questionParts, options: options(1) },
    questionOptions,
  ),
  checkbox: object({ type: oneOf('checkbox'), ...questionParts }, questionOptions),
};
const question: Shape = (value) => {
  if (typeof value !== 'object' || value === null) return '';
  const { type } = value as { type?: unknown };
  return Object.hasOwn(questions, String(type)) ? questions[String(type)]!(value) : '/type';
};

const ticked = (maximum: number, most: number, least: number) =>
  list(
    object({ id, text: shown(maximum) }, { required: flag }),
    least,
    most,
    ({ id }: { id: string }) => id,
    '/id',
  );
const commitments = ticked(limits.commitment, limits.commitments, 1);

const always = { id, title: shown(limits.title), statement: list(paragraph, 1, limits.paragraphs) };
const sometimes = {
  $schema: text(line(limits.url)),
  example: flag,
  translation: oneOf('draft'),
  test: flag,
  goal: object(
    {},
    {
      start: whole(1, limits.signatures),
      steps: list(whole(1, limits.signatures), 1, limits.steps),
      offline: whole(0, limits.signatures),
    },
  ),
  opens: text(moment),
  closes: text(moment),
  timeZone: text(timeZone),
  endpoint,
  kinds: list(oneOf('individual', 'organization'), 1, 2, (kind: string) => kind),
  fields: object(
    {},
    {
      telephone: presence,
      postalCode: presence,
      comment: presence,
      showName: oneOf('hidden', 'optional'),
    },
  ),
  custom: list(question, 0, limits.questions, ({ name }: { name: string }) => name, '/name'),
  consents: ticked(limits.consent, limits.consents, 0),
  privacy: object({}, { url: link, minimumAge: whole(1, limits.minimumAge), countYounger: flag }),
  share: object({}, { url: link, text: shown(limits.shareText) }),
  thanks: object({}, { text: paragraph, redirect: link }),
  issue: id,
  theme: object(
    {},
    { accent: text(color), onAccent: text(color), ink: text(color), paper: text(color) },
  ),
};

const pledge = object({ type: oneOf('pledge'), ...always, commitments }, sometimes);
const petition = object(
  { type: oneOf('petition'), ...always, to: shown(limits.title), ask: paragraph },
  sometimes,
);

interface InOrder {
  type: string;
  goal?: { start?: number; steps?: number[] };
  opens?: string;
  closes?: string;
}

/**
 * Where a value is no campaign, as a JSON Pointer; undefined for a good one. By the rules that the
 * contract's schema is made of, and with its verdict (a test holds both together), at a fraction of its
 * size: a page shows no campaign before it was checked.
 */
export const campaignShape: Shape = (value) => {
  const { type, goal, opens, closes } = Object(value) as InOrder;
  const fault = (type === 'petition' ? petition : pledge)(value);
  if (fault !== undefined) return fault;
  const { start = 0, steps = [] } = goal ?? {};
  const low = steps.findIndex((step, index) => step <= (steps[index - 1] ?? start));
  if (low >= 0) return `/goal/steps/${low}`;
  return opens && closes && Date.parse(opens) >= Date.parse(closes) ? '/closes' : undefined;
};
