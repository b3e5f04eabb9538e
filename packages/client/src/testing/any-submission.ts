import type { NamedSubmission } from '@pro-kid/contract';
import { individualSubmission, names } from '@pro-kid/contract/testing';
import fc from 'fast-check';

const line = fc
  .oneof(fc.constantFrom(...names), fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }))
  .map((value) =>
    value
      .trim()
      .normalize('NFC')
      .replace(/[\p{Cc}\p{Cs}]/gu, ''),
  )
  .filter((value) => value !== '');
const shortLine = line.filter((value) => value.length <= 64);
const paragraphs = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));
const url = fc.constantFrom('https://firststeps.example/', 'https://niños.example/a?b=1&c=%20');

/** An object with some of these properties. */
const some = (properties: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record(properties, { requiredKeys: [] });
const merged = (...parts: fc.Arbitrary<object>[]) =>
  fc.tuple(...parts).map((objects) => Object.assign({}, ...objects) as object);

const contact = merged(
  fc.record({
    givenName: line,
    email: fc.constantFrom('ana@example.org', "o'brien+kids@example.co.uk"),
  }),
  some({
    familyName: line,
    telephone: shortLine,
    postalCode: fc.constantFrom('95814', '00501-1234'),
  }),
);
const member = fc.oneof(
  merged(fc.constant({ kind: 'individual' }), contact),
  merged(
    fc.constant({ kind: 'organization', authorized: true }),
    contact,
    fc.record({ name: line }),
    some({ url, jobTitle: line }),
  ),
);
const pledge = merged(
  fc.record({
    commitments: fc.uniqueArray(fc.constantFrom('share', 'write', 'call')),
    showName: fc.boolean(),
  }),
  some({ comment: paragraphs }),
);
const petition = merged(fc.record({ showName: fc.boolean() }), some({ comment: paragraphs }));

/** Names of answers, of which some are ours too, or almost. */
export const answerNames = [
  ...['size', 'heard.where', 'constructor', 'given_name', 'entry.1'],
  ...['email', 'tel', 'comment', 'organization', 'id', 'utm_term'],
];
const answers = fc.dictionary(
  fc.constantFrom(...answerNames),
  fc.oneof(fc.constant(''), paragraphs),
);

const language = fc.constantFrom('en', 'es', 'es-US');
const consents = fc
  .subarray(['updates', 'partner'])
  .chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc.record({ id: fc.constant(id), granted: fc.boolean(), text: paragraphs, language }),
      ),
    ),
  );
const utm = some({ source: line, medium: line, campaign: line, term: line, content: line });
/** Names of parameters, of which some are ours too. */
const parameterNames = ['flyer', 'email', 'constructor'];
const parameters = fc.dictionary(fc.constantFrom(...parameterNames), line);
const source = merged(
  fc.record({ widget: fc.constant('pro-kid-join'), widgetVersion: fc.constant('0.1.0') }),
  some({ campaign: line, partner: line, page: url, referrer: url, utm, parameters }),
);

/** Any valid submission. */
export const anySubmission: fc.Arbitrary<NamedSubmission> = merged(
  fc.constant({
    version: 1,
    id: individualSubmission.id,
    submittedAt: individualSubmission.submittedAt,
  }),
  fc.record({ member, consents, source, language }),
  fc.oneof(
    fc.constant({ type: 'join' }),
    fc.record({ type: fc.constant('pledge'), pledge }),
    fc.record({ type: fc.constant('petition'), petition }, { requiredKeys: ['type'] }),
  ),
  some({ answers }),
).map((value) => value as NamedSubmission);

/**
 * What a submission says, by the names in `docs/endpoints/index.md`; answers are `answers.<name>`. Written
 * apart from the code that it judges. What is empty says nothing, but for answers.
 */
export function valuesOf(submission: NamedSubmission): Record<string, string> {
  const { member, pledge, petition, consents, source, answers = {} } = submission;
  const values: Record<string, string | undefined> = {
    id: submission.id,
    type: submission.type,
    kind: member.kind,
    'given-name': member.givenName,
    'family-name': member.familyName,
    email: member.email,
    tel: member.telephone,
    'postal-code': member.postalCode,
    campaign: source.campaign,
    partner: source.partner,
    page: source.page,
    referrer: source.referrer,
    utm_source: source.utm?.source,
    utm_medium: source.utm?.medium,
    utm_campaign: source.utm?.campaign,
    utm_term: source.utm?.term,
    utm_content: source.utm?.content,
    widget: source.widget,
    'widget-version': source.widgetVersion,
    language: submission.language,
    'submitted-at': submission.submittedAt,
  };
  if (member.kind === 'organization') {
    values['organization'] = member.name;
    values['url'] = member.url;
    values['organization-title'] = member.jobTitle;
    values['authorized'] = '1';
  }
  if (pledge) {
    values['commitments'] = pledge.commitments.join(', ');
    values['comment'] = pledge.comment;
    values['show-name'] = pledge.showName ? '1' : '0';
  }
  if (petition) {
    values['comment'] = petition.comment;
    values['show-name'] = petition.showName ? '1' : '0';
  }
  for (const [name, value] of Object.entries(source.parameters ?? {})) {
    values[`parameter-${name}`] = value;
  }
  for (const { id, granted, text, language } of consents) {
    values[`consent-${id}`] = granted ? '1' : '0';
    values[`consent-${id}-text`] = text;
    values[`consent-${id}-language`] = language;
  }
  const said = Object.entries(values).filter((entry): entry is [string, string] => !!entry[1]);
  const own = Object.entries(answers).map(([name, answer]) => [`answers.${name}`, answer] as const);
  return Object.fromEntries([...said, ...own]);
}

/** All names that `valuesOf` may have. */
export const allNames = [
  ...['id', 'type', 'kind', 'language', 'submitted-at', 'widget', 'widget-version'],
  ...['given-name', 'family-name', 'email', 'tel', 'postal-code'],
  ...['organization', 'url', 'organization-title', 'authorized'],
  ...['commitments', 'comment', 'show-name', 'campaign', 'partner', 'page', 'referrer'],
  ...['utm_source', 'utm_medium', 'utm_campaign', 'utm_term', 'utm_content'],
  ...parameterNames.map((name) => `parameter-${name}`),
  ...['updates', 'partner'].flatMap((id) => [
    `consent-${id}`,
    `consent-${id}-text`,
    `consent-${id}-language`,
  ]),
  ...answerNames.map((name) => `answers.${name}`),
];
