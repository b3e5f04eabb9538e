import type { MemberKind } from '@pro-kid/contract';
import type { memberRules } from '@pro-kid/contract/rules';

/** The fields of a member, by their HTML autofill tokens, which are also the inputs' names. */
export type FieldName =
  | 'organization'
  | 'url'
  | 'given-name'
  | 'family-name'
  | 'organization-title'
  | 'email'
  | 'postal-code'
  | 'tel';

/** Everything that a form can show an error at. */
export type InputName = FieldName | 'authorized';

export interface Field {
  name: FieldName;
  /** Where its value goes in a Member. */
  property: keyof typeof memberRules;
  /** The one kind of member that has it; both have it otherwise. */
  only?: MemberKind;
  required?: true;
  type?: 'email' | 'tel';
  inputMode?: 'url' | 'numeric';
}

/** In the order in which they are asked. */
export const fields: readonly Field[] = [
  { name: 'organization', property: 'name', only: 'organization', required: true },
  { name: 'url', property: 'url', only: 'organization', inputMode: 'url' },
  { name: 'given-name', property: 'givenName', required: true },
  { name: 'family-name', property: 'familyName' },
  { name: 'organization-title', property: 'jobTitle', only: 'organization' },
  { name: 'email', property: 'email', required: true, type: 'email' },
  { name: 'postal-code', property: 'postalCode', inputMode: 'numeric' },
  { name: 'tel', property: 'telephone', type: 'tel' },
];

/** Whether a field is asked, and whether it must be answered. */
export type FieldPresence = 'hidden' | 'optional' | 'required';
