import { isObject, isOk, parseJson, readFailure } from './answer-body.ts';
import { mappedFields } from './flat-fields.ts';
import type { Format } from './format.ts';
import { jsonPost } from './json-post.ts';

/**
 * A Supabase table (`https://{ref}.supabase.co/rest/v1/{table}`): one row, whose columns have our
 * names with underscores (`given_name`) unless `fields` says otherwise. `apikey` in `extra` is the
 * project's publishable key; row level security must let it insert and nothing else. Reaches
 * `confirmed`; `duplicate` where a column is unique.
 */
export const supabase: Format = {
  // A table without a unique column keeps each post.
  keepsOnce: false,

  request(submission, endpoint) {
    const { apikey = '', ...extra } = endpoint.extra ?? {};
    if (!isPublic(apikey)) {
      const reason =
        'Supabase needs its publishable key as apikey in extra; a secret or service_role key must never be in a page';
      return { outcome: 'refused', code: 'configuration', reason };
    }
    const columns = mappedFields(submission, { ...endpoint, extra }).map(
      ([name, value]) => [name.replaceAll('-', '_'), value] as const,
    );
    return jsonPost(endpoint.url, Object.fromEntries(columns), {
      apikey,
      authorization: `Bearer ${apikey}`,
      prefer: 'return=minimal',
    });
  },

  read(answer, submission) {
    if (isOk(answer)) {
      return { outcome: 'confirmed', receipt: { id: submission.id, status: 'confirmed' } };
    }
    const body = parseJson(answer.body);
    if (answer.status === 409 && isObject(body) && body['code'] === '23505') {
      return { outcome: 'duplicate' };
    }
    return readFailure(answer);
  },
};

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
