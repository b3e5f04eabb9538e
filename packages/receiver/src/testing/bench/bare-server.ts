/**
 * What the receiver is measured against, alone in a process: `node bare-server.ts [file [together]]`. A
 * `node:http` server that parses a post and answers 201 with what it got. With a file it first writes one
 * row, in a transaction of its own that is on disk before the answer; with `together` in one transaction
 * with all that came in the same turn of the event loop.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DatabaseSync } from 'node:sqlite';

type Keep = (id: string, body: string, answer: () => void) => void;

const [file, together] = process.argv.slice(2);
const keep: Keep =
  file === undefined ? (_id, _body, answer) => answer() : keeperIn(file, together === 'together');

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => void chunks.push(chunk));
  request.on('end', () => {
    const text = Buffer.concat(chunks).toString();
    const { id } = JSON.parse(text) as { id: string };
    keep(id, text, () => {
      response.writeHead(201, { 'content-type': 'application/json' }).end(text);
    });
  });
});
server.listen(0, '127.0.0.1', () => {
  console.log(
    `Bare server listening on http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  );
});

function keeperIn(path: string, isTogether: boolean): Keep {
  const database = new DatabaseSync(path);
  database.exec('pragma journal_mode = wal; pragma synchronous = full');
  database.exec('create table submissions (id text primary key, body text not null)');
  const insert = database.prepare('insert into submissions (id, body) values (?, ?)');
  if (!isTogether) {
    return (id, body, answer) => {
      insert.run(id, body);
      answer();
    };
  }
  let answers: (() => void)[] = [];
  return (id, body, answer) => {
    if (answers.length === 0) {
      database.exec('begin immediate');
      setImmediate(() => {
        database.exec('commit');
        const kept = answers;
        answers = [];
        for (const each of kept) each();
      });
    }
    insert.run(id, body);
    answers.push(answer);
  };
}
