import type { FieldError, Member, MemberKind, Verdict } from '@pro-kid/contract';
import { memberRules } from '@pro-kid/contract/rules';
import { fields, type Field, type FieldName } from './fields.ts';

/** What stands in a form's inputs. */
export interface Entries {
  kind: MemberKind;
  values: Partial<Record<FieldName, string>>;
  authorized: boolean;
}

/**
 * Checks what was typed by the rules that the endpoint's schemas are made of, and says the same
 * (a test holds both together). An empty field that is not required is absent.
 */
export function checkMember(
  { kind, values, authorized }: Entries,
  required: readonly Field[],
): Verdict<Member> {
  const member: Record<string, unknown> = { kind };
  const errors: FieldError[] = [];

  for (const field of fields) {
    const { normalize, findFault } = memberRules[field.property];
    const value = normalize(values[field.name] ?? '');
    if (!value && !required.includes(field)) continue;
    const code = findFault(value);
    if (code) errors.push({ pointer: `/member/${field.property}`, code });
    else member[field.property] = value;
  }
  if (kind === 'organization') {
    if (authorized) member['authorized'] = true;
    else errors.push({ pointer: '/member/authorized', code: 'authorized' });
  }
  return errors.length > 0
    ? { valid: false, errors }
    : { valid: true, value: member as unknown as Member };
}
