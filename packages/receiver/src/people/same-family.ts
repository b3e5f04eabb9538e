import type { Submission } from '@pro-kid/contract';
import { canonicalName } from './canonical-name.ts';

/** More than two on one address are not taken for a family any more. */
export const MOST_OF_A_FAMILY = 2;

/**
 * Whether somebody may be counted beside those who are on the same e-mail address: with another
 * name and the same postal code, as parents who share a mailbox have. One who gave none cannot be.
 */
export function isOfTheFamily(
  member: Submission['member'],
  others: readonly Submission['member'][],
): boolean {
  const place = postalCodeOf(member);
  return (
    member.kind === 'individual' &&
    place !== '' &&
    others.length < MOST_OF_A_FAMILY &&
    others.every((other) => postalCodeOf(other) === place && nameOf(other) !== nameOf(member))
  );
}

const nameOf = (member: Submission['member']): string =>
  member.kind === 'anonymous' ? '' : canonicalName(member.givenName, member.familyName);

/** Of a ZIP+4 only what every ZIP code has. */
function postalCodeOf(member: Submission['member']): string {
  if (member.kind === 'anonymous') return '';
  const text = (member.postalCode ?? '').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return /^\d{9}$/.test(text) ? text.slice(0, 5) : text;
}
