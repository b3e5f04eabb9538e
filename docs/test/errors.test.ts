import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { adviceCodes, codes } from '@pro-kid/contract/codes';
import { all, find, load, read, section } from './repository.ts';

const page = read('docs/errors.md');

/** What says codes: every source but the registry itself. */
const sources = find('packages/*/src/**/*.ts')
  .filter((path) => !/\/(?:codes|testing)\//.test(path))
  .map(read)
  .join('\n');

/** Every code with its remedy, as its heading names it: `pro-kid/no-endpoint`. */
const registered: Record<string, string> = Object.fromEntries(
  Object.entries(codes).flatMap(([family, remedies]) =>
    Object.entries(remedies).map(([code, remedy]) => [`${family}/${code}`, remedy]),
  ),
);

/** A text as it is read: without links, in one line. */
const plain = (text: string) =>
  text
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();

describe('the page of warnings and errors', () => {
  it('has a heading for every code that is registered, and no other', () => {
    const headings = all(page, /^##+ ([\w/-]+\/[\w-]+)$/gm);
    assert.deepEqual(headings, Object.keys(registered).toSorted());
  });

  for (const [code, remedy] of Object.entries(registered)) {
    it(`says what to do, as the registry does: ${code}`, () => {
      const level = code.startsWith('pro-kid/') ? '##' : '###';
      const [, said = ''] = section(page, `${level} ${code}`).split('**Do this:**');
      const [first = '', ...rest] = plain(said);
      assert.ok([first.toUpperCase(), ...rest].join('').startsWith(plain(remedy)), plain(said));
    });
  }

  it('says of each problem of the receiver with which status it comes', async () => {
    const { problems } = await load<{ problems: Record<string, { status: number }> }>(
      'packages/receiver/src/http/problems.ts',
    );
    for (const [code, { status }] of Object.entries(problems)) {
      assert.match(section(page, `### /problems/${code}`), new RegExp(`^\nStatus ${status}\\.`));
    }
  });

  it('says which findings of the check of files are warnings', () => {
    for (const code of Object.keys(codes.check)) {
      const text = section(page, `### check/${code}`).trim();
      assert.equal(text.startsWith('A warning. '), Object.hasOwn(adviceCodes, code), code);
    }
  });
});

describe('the registry of codes', () => {
  it('has every code that stands in a message', () => {
    const said = all(sources, /\[(pro-kid\/[a-z][a-z-]*)\]/g);
    assert.ok(said.includes('pro-kid/load-failed'));
    for (const code of said) assert.ok(Object.hasOwn(registered, code), code);
  });

  it('has none that no package says', () => {
    for (const code of Object.keys(registered)) {
      const [name = ''] = code.split('/').slice(-1);
      const isSaid = new RegExp(`(?:'|/)${name}(?:'|\\])|^ *${name}: [{\\[(]`, 'm').test(sources);
      assert.ok(isSaid, code);
    }
  });
});
