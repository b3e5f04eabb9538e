import { expect } from '@open-wc/testing';
import { check, member } from '@pro-kid/contract';
import { memberRules } from '@pro-kid/contract/rules';
import { emails, names, postalCodes, telephones, websites } from '@pro-kid/contract/testing';
import type { MemberKind } from '@pro-kid/contract';
import { checkMember } from './check-member.ts';
import { fields, type FieldName } from './fields.ts';

const required = fields.filter((field) => field.required);
const person = { 'given-name': 'Ana', email: 'ana@example.org' };
const group = { ...person, organization: 'First Steps' };

/** The form's verdict beside that of the schema which the endpoint uses. */
function bothVerdicts(
  kind: MemberKind,
  values: Partial<Record<FieldName, string>>,
  authorized = true,
) {
  const asked = required.filter(({ only }) => !only || only === kind);
  const ours = checkMember({ kind, values, authorized }, asked);
  const body: Record<string, unknown> = { kind };
  for (const { name, property } of fields) {
    const value = values[name];
    const isEmpty = value === undefined || memberRules[property].normalize(value) === '';
    if (!isEmpty) body[property] = value;
    else if (asked.some((field) => field.name === name)) body[property] = '';
  }
  if (kind === 'organization') body['authorized'] = authorized;
  return { ours, schema: check(member, body, '/member') };
}

describe('the form and the endpoint give the same verdict', () => {
  const cases: [MemberKind, Partial<Record<FieldName, string>>][] = [
    ['individual', {}],
    ['organization', {}],
    ...names.map(
      (name) => ['individual', { ...person, 'given-name': name, 'family-name': name }] as const,
    ),
    ...names.map(
      (name) =>
        ['organization', { ...group, organization: name, 'organization-title': name }] as const,
    ),
    ...emails.valid.map((email) => ['individual', { ...person, email }] as const),
    ...emails.invalid.map(([email]) => ['individual', { ...person, email }] as const),
    ...postalCodes.valid.map(
      ([code]) => ['individual', { ...person, 'postal-code': code }] as const,
    ),
    ...postalCodes.invalid.map(
      ([code]) => ['individual', { ...person, 'postal-code': code }] as const,
    ),
    ...websites.valid.map(([url]) => ['organization', { ...group, url }] as const),
    ...websites.invalid.map(([url]) => ['organization', { ...group, url }] as const),
    ['individual', { ...person, 'given-name': 'x'.repeat(256) }],
    ['individual', { ...person, 'given-name': 'Ana\u0000' }],
    ...telephones.map((tel) => ['individual', { ...person, tel }] as const),
    ['individual', { ...person, 'given-name': `A${'\u0301'.repeat(32)}` }],
    ['individual', { ...person, tel: '1'.repeat(65) }],
  ].map(([kind, values]) => [kind as MemberKind, values as Partial<Record<FieldName, string>>]);

  for (const [kind, values] of cases) {
    it(`${kind}: ${JSON.stringify(values).slice(0, 90)}`, () => {
      const { ours, schema } = bothVerdicts(kind, values);
      expect(ours).to.deep.equal(schema);
    });
  }

  it('organization: nobody may speak for it', () => {
    const { ours, schema } = bothVerdicts('organization', group, false);
    expect(ours).to.deep.equal(schema);
    expect(ours.valid).to.equal(false);
  });
});
