import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { all, find, load, read, section } from './repository.ts';

const page = read('docs/errors.md');
const sources = find('packages/*/src/**/*.ts').map(read).join('\n');

describe('the page of warnings and errors', () => {
  it('has a heading for every code that a package can say, and no other', () => {
    const [, type = ''] =
      /type WarningCode =([^;]+);/.exec(read('packages/elements/src/diagnostics/warn.ts')) ?? [];
    const warnings = all(type, /'([\w-]+)'/g);
    assert.ok(warnings.length > 0);
    const others = all(sources, /\[pro-kid\/([a-z][a-z-]*)\]/g);
    const said = [...new Set([...warnings, ...others])].toSorted();
    assert.deepEqual(all(page, /^## pro-kid\/(.+)$/gm), said);
  });

  it('has a heading for every problem of the receiver, with its status', async () => {
    const { problems } = await load<{ problems: Record<string, { status: number }> }>(
      'packages/receiver/src/problems.ts',
    );
    assert.deepEqual(all(page, /^### \/problems\/(.+)$/gm), Object.keys(problems).toSorted());
    for (const [code, { status }] of Object.entries(problems)) {
      assert.match(section(page, `### /problems/${code}`), new RegExp(`^\nStatus ${status}\\.`));
    }
  });

  it('has a heading for every finding of the check of files, and says which are warnings', () => {
    const finding = read('packages/contract/src/check-file/finding.ts');
    const codesOf = (type: string) =>
      all(new RegExp(`type ${type} =([^;]+);`).exec(finding)?.[1] ?? '', /'([\w-]+)'/g);
    const warnings = codesOf('WarningCode');
    const codes = [...codesOf('FileCode'), ...codesOf('ValueCode'), ...warnings].toSorted();
    assert.ok(codes.length > 20 && warnings.length > 3);
    assert.deepEqual(all(page, /^### check\/(.+)$/gm), codes);
    for (const code of codes) {
      const text = section(page, `### check/${code}`).trim();
      assert.equal(text.startsWith('A warning. '), warnings.includes(code), code);
    }
  });

  it('says what to do about each', () => {
    const headings = page.match(/^#+ (pro-kid|\/problems|check)\/.+$/gm) ?? [];
    for (const heading of headings)
      assert.match(section(page, heading), /\*\*Do this:\*\*/, heading);
  });
});
