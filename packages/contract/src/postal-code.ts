import * as z from 'zod/mini';
import { requiredOrType } from './text.ts';

const WRITTEN_AS = /^\d{5}(?:\d{4})?$/;
const SPACES_AND_DASHES = /[\s\p{Pd}]/gu;

/** "95814 1234", "95814–1234" and " 95814" all become what the Postal Service prints. */
function canonical(value: string): string {
  const digits = value.replace(SPACES_AND_DASHES, '');
  if (!WRITTEN_AS.test(digits)) return value.trim();
  return digits.length === 9 ? `${digits.slice(0, 5)}-${digits.slice(5)}` : digits;
}

/** A US ZIP code as a string, so that leading zeros stay: `NNNNN` or `NNNNN-NNNN`. */
export const postalCode = z
  .string({ error: requiredOrType })
  .check(
    z.maxLength(32, 'too-long'),
    z.overwrite(canonical),
    z.minLength(1, 'required'),
    z.regex(/^\d{5}(?:-\d{4})?$/, 'postal-code'),
  );
