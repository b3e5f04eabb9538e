import type { Endpoint } from '../endpoint.ts';

/** Where our flat fields stand in a submission. */
const POINTERS: Readonly<Record<string, string>> = {
  organization: '/member/name',
  url: '/member/url',
  'given-name': '/member/givenName',
  'family-name': '/member/familyName',
  'organization-title': '/member/jobTitle',
  email: '/member/email',
  tel: '/member/telephone',
  'postal-code': '/member/postalCode',
  authorized: '/member/authorized',
  comment: '/pledge/comment',
};

/** Our flat fields that a visitor fills in. */
export const MEMBER_NAMES = Object.keys(POINTERS);

/**
 * The JSON Pointer of what a service calls `name`: by the endpoint's own map, by the format's, else
 * as one of our names. A name that is nobody's is taken for an answer's.
 */
export function pointerOf(
  name: string,
  { fields }: Pick<Endpoint, 'fields'>,
  names: Readonly<Record<string, string>> = {},
): string {
  const ours = Object.entries({ ...names, ...fields }).find(([, theirs]) => theirs === name)?.[0];
  const known = ours ?? name;
  return Object.hasOwn(POINTERS, known) ? POINTERS[known]! : `/answers/${known}`;
}
