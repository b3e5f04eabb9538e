import { appendFileSync, existsSync, fsyncSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const { ORIGIN = 'https://your-site.example', FILE = 'sign-ups.jsonl', PORT = 8080 } = process.env;
const lines = existsSync(FILE) ? readFileSync(FILE, 'utf8').split('\n').filter(Boolean) : [];
const kept = new Set(lines.map((line) => JSON.parse(line).id));
const file = openSync(FILE, 'a');

createServer(async (request, response) => {
  const answer = (status, body = {}) => response.writeHead(status).end(JSON.stringify(body));
  if (request.headers.origin !== ORIGIN) return answer(403);
  response.setHeader('access-control-allow-origin', ORIGIN).setHeader('vary', 'origin');
  response.setHeader('access-control-allow-headers', 'content-type');
  if (request.method === 'OPTIONS') return response.writeHead(204).end();

  try {
    let text = '';
    for await (const part of request.setEncoding('utf8')) {
      text += part;
      if (text.length > 65_536) return answer(413);
    }
    const submission = JSON.parse(text);
    const { id, member } = submission;
    if (typeof id !== 'string' || !/^\S+@\S+$/.test(member.email)) {
      return answer(422, { errors: [{ pointer: '/member/email', code: 'email' }] });
    }
    if (!kept.has(id)) {
      appendFileSync(file, `${JSON.stringify(submission)}\n`);
      fsyncSync(file); // On disk before anybody is thanked.
      kept.add(id);
    }
    answer(201, { id, status: 'confirmed' });
  } catch {
    answer(400, { title: 'The body is no submission' });
  }
}).listen(PORT);
