import {
  check,
  individual,
  organization,
  type Member,
  type MemberKind,
  type Verdict,
} from '@pro-kid/contract';
import { fields, type Field, type FieldName } from './fields.ts';

/** What stands in a form's inputs. */
export interface Entries {
  kind: MemberKind;
  values: Partial<Record<FieldName, string>>;
  authorized: boolean;
}

/** Checks what was typed with the schemas that the endpoint uses too. An empty field is absent. */
export function checkMember(
  { kind, values, authorized }: Entries,
  required: readonly Field[],
): Verdict<Member> {
  const typed: Record<string, unknown> = { kind };
  for (const field of fields) {
    const value = values[field.name]?.trim();
    if (value || required.includes(field)) typed[field.property] = value ?? '';
  }
  return kind === 'organization'
    ? check(organization, { ...typed, authorized }, '/member')
    : check(individual, typed, '/member');
}
