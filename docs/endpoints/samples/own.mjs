import { createServer } from 'node:http';
import { DatabaseSync } from 'node:sqlite';

const { ORIGIN = 'https://your-site.example', FILE = 'sign-ups.db', PORT = 8080 } = process.env;
const database = new DatabaseSync(FILE);
database.exec('PRAGMA busy_timeout = 5000');
database.exec('CREATE TABLE IF NOT EXISTS sign_ups (id TEXT PRIMARY KEY, submission TEXT)');
const keep = database.prepare('INSERT OR IGNORE INTO sign_ups VALUES (?, ?)');
const is = (pattern, value) => typeof value === 'string' && pattern.test(value);

createServer(async (request, response) => {
  const answer = (status, body = {}) => response.writeHead(status).end(JSON.stringify(body));
  if (request.headers.origin !== ORIGIN) return answer(403);
  response.setHeader('access-control-allow-origin', ORIGIN).setHeader('vary', 'origin');
  response.setHeader('access-control-allow-headers', 'content-type');
  if (request.method === 'OPTIONS') return response.writeHead(204).end();

  let text = '';
  let submission;
  try {
    for await (const part of request.setEncoding('utf8')) if (text.length < 65_536) text += part;
    if (text.length >= 65_536) return answer(413);
    submission = JSON.parse(text);
  } catch {
    return answer(400);
  }
  const { id, member } = submission ?? {};
  if (!is(/^[\da-f-]{36}$/, id)) return answer(400);
  if (!is(/^\S+@\S+$/, member?.email)) {
    return answer(422, { errors: [{ pointer: '/member/email', code: 'email' }] });
  }
  try {
    keep.run(id, text); // On disk when it returns.
    answer(201, { id, status: 'confirmed' });
  } catch (error) {
    console.error(error);
    answer(500);
  }
}).listen(PORT);
