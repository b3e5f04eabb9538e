import { randomUUID } from 'node:crypto';
import type { NamedSubmission } from '@pro-kid/contract';
import { individualSubmission } from '@pro-kid/contract/testing';

/** A valid submission of a person nobody else is. */
export function newSubmission(): NamedSubmission {
  const id = randomUUID();
  const member = { ...individualSubmission.member, email: `${id}@example.org` };
  return { ...individualSubmission, id, member };
}

/** The same content with its keys the other way round, at every depth. */
export function withKeysReversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withKeysReversed);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, part]) => [key, withKeysReversed(part)]);
  return Object.fromEntries(entries.reverse());
}
