import type { ProblemCode } from './problems.ts';
import { readBody } from './read-body.ts';

const UTF_8 = new TextDecoder('utf-8', { fatal: true });
const JSON_IN_UTF8 = /^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i;

/** Whether it is plain JSON: any other type can be posted by a form of any site, without a preflight. */
export const isJson = (headers: Pick<Headers, 'get'>): boolean =>
  JSON_IN_UTF8.test(headers.get('content-type') ?? '') &&
  (headers.get('content-encoding') ?? 'identity').toLowerCase() === 'identity';

/**
 * Reads a body of JSON in UTF-8; one that is too large is not read to its end.
 *
 * @param ready waited for when all of it is there, before it is looked at.
 */
export async function readJson(
  request: Request,
  maximumBytes: number,
  ready: () => Promise<void>,
): Promise<{ value: unknown } | { problem: ProblemCode }> {
  try {
    const bytes = await readBody(request, maximumBytes);
    if (bytes === null) return { problem: 'too-large' };
    await ready();
    return { value: JSON.parse(UTF_8.decode(bytes)) };
  } catch {
    // Also where the client went away in the middle, which is no error of ours (Hono's own body
    // limit would make it one), and nobody is there to read the answer.
    return { problem: 'malformed-json' };
  }
}
