import * as z from 'zod/mini';

/** A member of the wrong type is ignored, as RFC 9457 section 3.1 asks. */
const lenient = <T extends z.ZodMiniType>(type: T) => z.catch(z.optional(type), undefined);

/** One field's error. `pointer` is a JSON Pointer into the submission, such as `/member/email`. */
export const fieldError = z.object({
  pointer: z.string(),
  code: lenient(z.string()),
  detail: lenient(z.string()),
});

/**
 * An error answer, RFC 9457 `application/problem+json`, with three extension members:
 * `errors` names fields, `retryAfter` says in seconds when to try again, and `retryable` that nothing
 * was kept and the same submission may be sent again, whatever the status is.
 */
export const problem = z.object({
  type: z.catch(z.string(), 'about:blank'),
  title: lenient(z.string()),
  status: lenient(z.number()),
  detail: lenient(z.string()),
  instance: lenient(z.string()),
  errors: lenient(z.array(fieldError)),
  retryAfter: lenient(z.number()),
  retryable: lenient(z.boolean()),
});

export type FieldError = z.infer<typeof fieldError>;
export type Problem = z.infer<typeof problem>;
