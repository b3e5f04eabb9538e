import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { isSafe } from 'redos-detector';
import { check, submission } from '@pro-kid/contract';
import { organizationSubmission, pledgeSubmission } from '@pro-kid/contract/testing';
import { readFields } from '../form-posts/form-fields.ts';
import { pageLanguage } from '../pages/language.ts';
import { clientAddress } from '../fairness/client-address.ts';

const receiver = join(import.meta.dirname, '..');
const contract = join(import.meta.dirname, '../../../contract/src');

/** These read what the operator wrote, or our own SQL, and nothing that is sent. */
const OF_OUR_OWN = /^options\/|^relay\/read-targets\.ts$|^store\/sqlite-dialect\.ts$/;

/** It looks at no more than 31 characters from each one. How it grows is tried below. */
const BOUNDED = String.raw`\p{Cs}|\p{M}{31}`;

/** A regular expression after what may stand before one, up to its flags. */
const LITERAL =
  /(?:[(,=:[!&|?;>]\s*|^\s*|return\s)\/(?![*/\s])((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+)\/([dgimsuvy]*)(?=\s*[.,;)\]:?]|$)/gm;

function patternsBelow(folder: string, exclude: string[]): [file: string, pattern: RegExp][] {
  const files = globSync('**/*.ts', { cwd: folder, exclude: ['**/*.test.ts', ...exclude] });
  return files
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !OF_OUR_OWN.test(file))
    .flatMap((file) => {
      const source = readFileSync(join(folder, file), 'utf8').replace(/^ *(?:\/\/|\/?\*).*$/gm, '');
      const found = [...source.matchAll(LITERAL)];
      return found.map(([, pattern = '', flags]) => [file, new RegExp(pattern, flags)] as const);
    })
    .filter(([, pattern]) => pattern.source !== BOUNDED)
    .map(([file, pattern]) => [file, pattern]);
}

describe('a regular expression that reads what was sent', () => {
  const patterns = [
    ...patternsBelow(receiver, ['testing/**']),
    // Files of campaigns are read by whoever wrote them.
    ...patternsBelow(contract, ['testing/**', 'check-file/**', 'command/**']),
  ];

  it('is found', () => {
    const files = new Set(patterns.map(([file]) => file));
    for (const file of ['rules/email.ts', 'rules/rule.ts', 'form-posts/form-posts.ts']) {
      assert.ok(files.has(file), file);
    }
    assert.ok(patterns.length > 40, `${patterns.length}`);
  });

  for (const [file, pattern] of patterns) {
    it(`never tries in many ways: ${file} ${String(pattern)}`, () => {
      // Only what does not end within a minute counts as a time-out: the machine may be busy.
      const { safe, error } = isSafe(pattern, { timeout: 60_000 });
      assert.ok(safe, `${error}`);
    });
  }
});

/** Texts that grow, each the worst of some way to read one. */
const GROWING: Record<string, (length: number) => string> = {
  letters: (length) => 'a'.repeat(length),
  'letters and a NUL': (length) => `${'a'.repeat(length)}\0`,
  'spaces within': (length) => `a${' '.repeat(length)}a`,
  dashes: (length) => `${'-'.repeat(length)}a`,
  digits: (length) => '1'.repeat(length),
  dots: (length) => `a${'.'.repeat(length)}`,
  'a domain of many parts': (length) => `a@${'a.'.repeat(length / 2)}`,
  'a domain of dashes': (length) => `a@a${'-a'.repeat(length / 2)}!`,
  'at signs': (length) => '@'.repeat(length),
  'a website': (length) => `https://${'a.'.repeat(length / 2)}/`,
  'a path': (length) => `https://a.example/${'../'.repeat(length / 3)}`,
  'line breaks': (length) => `a${'\r\n'.repeat(length / 2)}a`,
  'letters in two parts': (length) => 'e\u0301'.repeat(length / 2),
  'marks out of order': (length) => `e${'\u0301\u0316'.repeat(length / 2)}`,
  'halves of characters': (length) => '\ud800'.repeat(length),
  'a language': (length) => `en${'-a'.repeat(length / 2)}!`,
};

/** Copies of a submission, each with one of its texts replaced; with the place. */
function* withEach(part: unknown, text: string, path = ''): Generator<[string, unknown]> {
  if (typeof part === 'string') yield [path, text];
  if (typeof part !== 'object' || part === null) return;
  for (const [key, value] of Object.entries(part)) {
    for (const [place, changed] of withEach(value, text, `${path}/${key}`)) {
      yield [place, Array.isArray(part) ? [changed] : { ...part, [key]: changed }];
    }
  }
}

/** How long it takes at best, in milliseconds: what else the machine does only adds to it. */
function quickest(run: () => void): number {
  const times = Array.from({ length: 3 }, () => {
    const started = performance.now();
    run();
    return performance.now() - started;
  });
  return Math.min(...times);
}

/** Four times the text takes about 4 times as long, and 16 times where the time goes by its square. */
function assertGrowsWithLength(run: (length: number) => void, what: string): void {
  const short = quickest(() => run(25_000));
  const long = quickest(() => run(100_000));
  assert.ok(long < 8 * short + 25, `${what}: ${short} ms, then ${long} ms`);
}

describe('100,000 characters take no more time than their length asks for', () => {
  const sample = { ...organizationSubmission, pledge: pledgeSubmission.pledge };
  for (const [title, textOf] of Object.entries(GROWING)) {
    it(`in any field of a submission: ${title}`, () => {
      const places = [...withEach(sample, '')].length;
      assert.ok(places > 20);
      for (let index = 0; index < places; index++) {
        const bodies = new Map(
          [25_000, 100_000].map((length) => [
            length,
            [...withEach(sample, textOf(length))][index]!,
          ]),
        );
        const [place] = bodies.get(25_000)!;
        assertGrowsWithLength(
          (length) => check(submission, bodies.get(length)![1]),
          `${place}, ${title}`,
        );
      }
    });

    it(`elsewhere: ${title}`, () => {
      const texts = new Map([25_000, 100_000].map((length) => [length, textOf(length)]));
      const readers: Record<string, (text: string) => void> = {
        language: (text) => pageLanguage(text, text),
        address: (text) => clientAddress(text, `${text}, ${text}`, 1),
        form: (text) => readFields(Buffer.from(`a=${text}`)),
        website: (text) => URL.canParse(text),
      };
      for (const [what, read] of Object.entries(readers)) {
        assertGrowsWithLength((length) => read(texts.get(length)!), `${what}, ${title}`);
      }
    });
  }
});
