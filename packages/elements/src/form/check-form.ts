import type { Member, Submission, Verdict } from '@pro-kid/contract';
import { checkMember } from './check-member.ts';
import { fields } from './fields.ts';
import type { FormController } from './form-controller.ts';

/** What a visitor says with a form. */
export type Said = Pick<Submission, 'member' | 'pledge' | 'petition' | 'answers'>;

/** Checks whom a form is from, as it is configured. */
export function checkSender(form: FormController): Verdict<Member> {
  const required = fields.filter((field) => form.presenceOf(field) === 'required');
  return checkMember(form.inputs.read(form.host.kind), required);
}

/** Checks all that a form asks: here, whom it is from. */
export function check(form: FormController): Verdict<Said> {
  const verdict = checkSender(form);
  return verdict.valid ? { valid: true, value: { member: verdict.value } } : verdict;
}

/** The input that an error of the contract belongs to; undefined where the form has none for it. */
export function inputAt(_form: FormController, pointer: string): string | undefined {
  const property = pointer.replace(/^#?\/member\//, '');
  if (property === 'authorized') return property;
  return fields.find((field) => field.property === property)?.name;
}
