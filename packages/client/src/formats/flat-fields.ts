import type { Submission } from '@pro-kid/contract';
import type { Endpoint } from '../endpoint.ts';
import { constants } from './constants.ts';

/** Our name of a field and its value, in the order in which they are written. */
export type FlatField = readonly [name: string, value: string];

/**
 * A submission as flat fields, for services that take forms. Members have their HTML autofill names
 * (`given-name`), a consent is `consent-<id>` (1 or 0: an omitted one would leave an old "yes"
 * standing where answers are merged) beside its exact words in `consent-<id>-text`, answers come
 * last, under the page's own names (`answer-<name>` where that is one of ours).
 */
export function flatFields(submission: Submission): FlatField[] {
  const { id, type, member, pledge, answers, consents, source, language, submittedAt } = submission;
  const organization = member.kind === 'organization' ? member : undefined;
  const fields: (readonly [string, string | undefined])[] = [
    ['id', id],
    ['type', type],
    ['kind', member.kind],
    ['organization', organization?.name],
    ['url', organization?.url],
    ['given-name', member.givenName],
    ['family-name', member.familyName],
    ['organization-title', organization?.jobTitle],
    ['email', member.email],
    ['tel', member.telephone],
    ['postal-code', member.postalCode],
    ['authorized', organization && '1'],
    ['commitments', pledge?.commitments.join(', ')],
    ['comment', pledge?.comment],
    ['show-name', pledge && flag(pledge.showName)],
    ...consents.flatMap(({ id, granted, text, language }): FlatField[] => [
      [`consent-${id}`, flag(granted)],
      [`consent-${id}-text`, text],
      [`consent-${id}-language`, language],
    ]),
    ['campaign', source.campaign],
    ['partner', source.partner],
    ['page', source.page],
    ['referrer', source.referrer],
    ...Object.entries(source.utm ?? {}).map(([name, value]) => [`utm_${name}`, value] as const),
    ['widget', source.widget],
    ['widget-version', source.widgetVersion],
    ['language', language],
    ['submitted-at', submittedAt],
  ];
  const present = fields.filter((field): field is FlatField => !!field[1]);
  const taken = new Set(present.map(([name]) => name));
  const own = Object.entries(answers ?? {}).map(([name, value]): FlatField => [
    taken.has(name) ? `answer-${name}` : name,
    value,
  ]);
  return [...present, ...own];
}

const flag = (value: boolean) => (value ? '1' : '0');

/** The fields under the service's names: as the endpoint maps them, then its constants. */
export function mappedFields(submission: Submission, { fields, extra }: Endpoint): FlatField[] {
  const mapped = flatFields(submission).map(([name, value]): FlatField => {
    const own = fields && Object.hasOwn(fields, name) ? fields[name]! : name;
    return [own, value];
  });
  return [...mapped.filter(([name]) => name !== ''), ...constants(extra)];
}

/**
 * Only the fields that the endpoint maps, or that `names` maps where it does not: for services that
 * refuse names they do not know.
 */
export function chosenFields(
  submission: Submission,
  { fields = {}, extra }: Endpoint,
  names: Readonly<Record<string, string>> = {},
): FlatField[] {
  const all: Readonly<Record<string, string>> = { ...names, ...fields };
  const chosen = flatFields(submission).flatMap(([name, value]): FlatField[] =>
    Object.hasOwn(all, name) && all[name] ? [[all[name], value]] : [],
  );
  return [...chosen, ...constants(extra)];
}
