const is = (pattern, value) => typeof value === 'string' && pattern.test(value);

export default {
  async fetch(request, env) {
    const headers = {
      'access-control-allow-origin': env.ORIGIN,
      'access-control-allow-headers': 'content-type',
      vary: 'origin',
    };
    const answer = (status, body = {}) => Response.json(body, { status, headers });
    if (request.headers.get('origin') !== env.ORIGIN) return new Response(null, { status: 403 });
    if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers });

    if (request.headers.get('content-length') > 65_536) return answer(413);
    const text = await request.text();
    if (text.length > 65_536) return answer(413);
    let submission;
    try {
      submission = JSON.parse(text);
    } catch {
      return answer(400);
    }
    const { id, member } = submission ?? {};
    if (!is(/^[\da-f-]{36}$/, id)) return answer(400);
    if (!is(/^\S+@\S+$/, member?.email)) {
      return answer(422, { errors: [{ pointer: '/member/email', code: 'email' }] });
    }
    const keep = env.DB.prepare('INSERT OR IGNORE INTO sign_ups (id, submission) VALUES (?, ?)');
    await keep.bind(id, text).run();
    return answer(201, { id, status: 'confirmed' });
  },
};
