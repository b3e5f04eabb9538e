import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { individualSubmission } from '@pro-kid/contract/testing';
import { createLogger, type LogLevel } from './logger.ts';
import { readableLine } from './readable-line.ts';

function startLog(level: LogLevel) {
  const lines: string[] = [];
  const logger = createLogger(level, { write: (line) => void lines.push(line) });
  const entries = () =>
    lines.map((line) => {
      const { time, ...rest } = JSON.parse(line) as Record<string, unknown>;
      assert.match(String(time), /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
      return rest;
    });
  return { logger, lines, entries };
}

const answered = { method: 'POST', route: '/submissions', status: 201, seconds: 0.01234 } as const;
const probe = { method: 'GET', route: '/health', status: 200, seconds: 0.002 } as const;

describe('the log', () => {
  it('has one line of JSON for each request', () => {
    const { logger, entries } = startLog('info');
    logger.answered(answered);
    assert.deepEqual(entries(), [
      {
        level: 'info',
        msg: 'answered',
        method: 'POST',
        route: '/submissions',
        status: 201,
        milliseconds: 12.3,
      },
    ]);
  });

  it('leaves out probes that found nothing, and not those that did', () => {
    const { logger, entries } = startLog('info');
    logger.answered(probe);
    logger.answered({ ...probe, route: '/ready', status: 503 });
    logger.answered({ ...probe, status: 503 });
    assert.deepEqual(
      entries().map(({ level, status }) => [level, status]),
      [['error', 503]],
    );
  });

  it('writes as much as its level says', () => {
    const written = (level: LogLevel) => {
      const { logger, entries } = startLog(level);
      logger.answered(probe);
      logger.answered(answered);
      logger.error('Store failed: Error SQLITE_FULL');
      return entries().map(({ level: of }) => of);
    };
    assert.deepEqual(written('silent'), []);
    assert.deepEqual(written('error'), ['error']);
    assert.deepEqual(written('info'), ['info', 'error']);
    assert.deepEqual(written('debug'), ['debug', 'info', 'error']);
  });

  it('removes personal data, should any ever be given to it', () => {
    const { logger, lines } = startLog('info');
    const { member } = individualSubmission;
    logger.answered({ ...answered, ...individualSubmission, ...member });
    const inside = { ...answered, request: { ...member, body: member, ip: '192.0.2.7' } };
    logger.answered(inside);
    assert.equal(lines.length, 2);
    for (const value of [...Object.values(member).slice(1), '192.0.2.7']) {
      assert.ok(!lines.join().includes(String(value)), String(value));
    }
  });

  it('is in words on a terminal', () => {
    const { logger, lines } = startLog('info');
    logger.answered(answered);
    logger.error('Store failed: Error SQLITE_FULL');
    const [request, error] = lines.map(readableLine);
    assert.match(request!, /^\d\d:\d\d:\d\d POST \/submissions 201 in 12\.3 ms\n$/);
    assert.match(error!, /^\d\d:\d\d:\d\d error: Store failed: Error SQLITE_FULL\n$/);
  });
});
