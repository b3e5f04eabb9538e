import type { FieldError, NamedSubmission } from '@pro-kid/contract';
import type { Endpoint } from '../endpoint.ts';
import { isObject, isOk, parseJson, readFailure } from './answer-body.ts';
import { mappedFields, nameAt } from './flat-fields.ts';
import { namedOnly } from './named-only.ts';
import { jsonPost } from './json-post.ts';
import { MEMBER_NAMES, pointerOf } from './member-pointer.ts';

/**
 * A Supabase table (`https://{ref}.supabase.co/rest/v1/{table}`): one row, whose columns have our
 * names with underscores (`given_name`) unless `fields` says otherwise. `apikey` in `extra` is the
 * project's publishable key; row level security must let it insert and nothing else. Reaches
 * `confirmed`; `duplicate` where a column is unique.
 */
export const supabase = namedOnly({
  // A table without a unique column keeps each post.
  keepsOnce: false,

  request(submission, endpoint) {
    const { apikey = '', ...extra } = endpoint.extra ?? {};
    if (!isPublic(apikey)) {
      const reason =
        'Supabase needs its publishable key as apikey in extra; a secret or service_role key must never be in a page';
      return { outcome: 'refused', code: 'configuration', reason };
    }
    const columns = mappedFields(submission, { ...endpoint, extra }, columnOf);
    return jsonPost(endpoint.url, Object.fromEntries(columns), {
      apikey,
      authorization: `Bearer ${apikey}`,
      prefer: 'return=minimal',
    });
  },

  read(answer, submission, endpoint) {
    if (isOk(answer)) {
      return { outcome: 'confirmed', receipt: { id: submission.id, status: 'confirmed' } };
    }
    const body = parseJson(answer.body);
    if (!isObject(body)) return readFailure(answer);
    if (answer.status === 409 && body['code'] === '23505') return { outcome: 'duplicate' };
    const error = answer.status === 400 && fieldError(body, submission, endpoint);
    return error ? { outcome: 'invalid', errors: [error] } : readFailure(answer);
  },
});

const columnOf = (name: string) => name.replaceAll('-', '_');

/**
 * What PostgreSQL says of one column: that it must not be empty (23502), or not what it holds (23514,
 * where the constraint has the name that PostgreSQL gives it). Undefined where no field fills it, so that
 * no visitor is sent to mend it.
 */
function fieldError(
  { code, message, details }: Record<string, unknown>,
  { answers = {} }: NamedSubmission,
  { fields = {} }: Endpoint,
): FieldError | undefined {
  const said = `${String(details)} ${String(message)}`;
  const isEmpty = code === '23502';
  if (!isEmpty && code !== '23514') return undefined;
  const isNamed = (column: string) =>
    isEmpty ? said.includes(`column "${column}"`) : said.includes(`_${column}_check"`);

  const names = [...MEMBER_NAMES, ...Object.keys(answers)];
  const name = names.find((each) => isNamed(nameAt(fields, each, columnOf)));
  return name === undefined
    ? undefined
    : { pointer: pointerOf(name, {}), code: isEmpty ? 'required' : 'other', detail: undefined };
}

/** A publishable key, or an older one, a JWT whose role is `anon`. */
function isPublic(key: string): boolean {
  if (key.startsWith('sb_publishable_')) return true;
  const [, payload = ''] = key.split('.');
  try {
    const claims: unknown = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
    return isObject(claims) && claims['role'] === 'anon';
  } catch {
    return false;
  }
}
