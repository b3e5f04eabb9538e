import type { NamedSubmission } from '@pro-kid/contract';
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
export function flatFields(submission: NamedSubmission): FlatField[] {
  const { ours, answers } = partsOf(submission);
  return [...ours, ...answers];
}

function partsOf(submission: NamedSubmission): { ours: FlatField[]; answers: FlatField[] } {
  const { id, type, member, pledge, petition, answers = {}, consents, source } = submission;
  const organization = member.kind === 'organization' ? member : undefined;
  const said = pledge ?? petition;
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
    ['comment', said?.comment],
    ['show-name', said && flag(said.showName)],
    ...consents.flatMap(({ id, granted, text, language }): FlatField[] => [
      [`consent-${id}`, flag(granted)],
      [`consent-${id}-text`, text],
      [`consent-${id}-language`, language],
    ]),
    ['campaign', source.campaign],
    ['partner', source.partner],
    ['page', source.page],
    ['referrer', source.referrer],
    ...UTM.map((name) => [`utm_${name}`, source.utm?.[name]] as const),
    ...Object.entries(source.parameters ?? {}).map(
      ([name, value]) => [`parameter-${name}`, value] as const,
    ),
    ['widget', source.widget],
    ['widget-version', source.widgetVersion],
    ['language', submission.language],
    ['submitted-at', submission.submittedAt],
  ];
  return {
    ours: fields.filter((field): field is FlatField => !!field[1]),
    answers: besides(fields, Object.entries(answers)),
  };
}

const UTM = ['source', 'medium', 'campaign', 'term', 'content'] as const;

const flag = (value: boolean) => (value ? '1' : '0');

/** Answers under names that none of `fields` has, also where that one is empty this time. */
function besides(
  fields: readonly (readonly [string, unknown])[],
  answers: readonly FlatField[],
  rename = (name: string) => name,
): FlatField[] {
  const taken = new Set(fields.map(([name]) => name));
  return answers.map(([name, value]) => {
    let free = name;
    while (taken.has(free)) free = rename(`answer-${free}`);
    taken.add(free);
    return [free, value];
  });
}

/** What a service calls our field: as the endpoint maps it, else by `rename`. */
export const nameAt = (
  fields: NonNullable<Endpoint['fields']>,
  name: string,
  rename: (name: string) => string,
) => (Object.hasOwn(fields, name) ? fields[name]! : rename(name));

/**
 * The fields under the service's names: as the endpoint maps them, else by `rename`, then its
 * constants.
 */
export function mappedFields(
  submission: NamedSubmission,
  { fields = {}, extra }: Endpoint,
  rename = (name: string) => name,
): FlatField[] {
  const { ours, answers } = partsOf(submission);
  const mapped = (all: FlatField[]) =>
    all
      .map(([name, value]): FlatField => [nameAt(fields, name, rename), value])
      .filter(([name]) => name !== '');
  const known = mapped(ours);
  const others = besides(known, mapped(answers), rename);
  return [...known, ...others, ...constants(extra)];
}

/**
 * Only the fields that the endpoint maps, or that `names` maps where it does not: for services that
 * refuse names they do not know.
 */
export function chosenFields(
  submission: NamedSubmission,
  { fields = {}, extra }: Endpoint,
  names: Readonly<Record<string, string>> = {},
): FlatField[] {
  const all: Readonly<Record<string, string>> = { ...names, ...fields };
  const chosen = flatFields(submission).flatMap(([name, value]): FlatField[] =>
    Object.hasOwn(all, name) && all[name] ? [[all[name], value]] : [],
  );
  return [...chosen, ...constants(extra)];
}
