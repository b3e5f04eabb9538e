import * as z from 'zod/mini';
import { requiredOrType } from './text.ts';

/** A BCP 47 language tag, such as `en` or `es-US`; its shape is checked, not its registration. */
export const languageTag = z
  .string({ error: requiredOrType })
  .check(z.maxLength(35, 'too-long'), z.regex(/^[a-zA-Z]{2,8}(?:-[a-zA-Z0-9]{1,8})*$/, 'type'));
