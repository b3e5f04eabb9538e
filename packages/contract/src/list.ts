import * as z from 'zod/mini';
import { requiredOrType } from './text.ts';

/** A list of so many items. */
export const list = <Item extends z.ZodMiniType>(item: Item, minimum: number, maximum: number) =>
  z
    .array(item, { error: requiredOrType })
    .check(z.minLength(minimum, 'required'), z.maxLength(maximum, 'too-many'));
