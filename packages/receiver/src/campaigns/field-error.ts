import type { FieldError } from '@pro-kid/contract';

/** An error at a field; `detail` is for developers, and for forms without words for the code. */
export const wrong = (pointer: string, code: string, detail: string): FieldError => ({
  pointer,
  code,
  detail,
});
