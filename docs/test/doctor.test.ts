import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DoctorElement } from '@pro-kid/elements/doctor.js';
import { formatNames } from '@pro-kid/contract/rules';
import { codes, examplesIn, firstColumn, load, read, rows, section } from './repository.ts';

const page = read('docs/embed/doctor.md');

describe('the page of the doctor', () => {
  it('names every public member', () => {
    const lifecycle = ['constructor', 'connectedCallback', 'disconnectedCallback'];
    const members = Object.getOwnPropertyNames(DoctorElement.prototype).filter(
      (name) => !lifecycle.includes(name),
    );
    const named = firstColumn(section(page, '## In code')).map((name) => name.replace('()', ''));
    assert.deepEqual(named, members.toSorted());
  });

  it('says to the letter what a test sends', async () => {
    const { TEST_BODY } = await load<{ TEST_BODY: string }>(
      'packages/elements/src/doctor/endpoint-test.ts',
    );
    assert.deepEqual(examplesIn(page, '## Test the endpoint'), [JSON.parse(TEST_BODY)]);
  });

  it('says of no format that there is none of', () => {
    const named = rows(section(page, '## Test the endpoint')).flatMap(([cell = '']) => codes(cell));
    const formats = named.filter((name) => name !== 'fields');
    assert.ok(formats.length > 2);
    for (const name of formats) assert.ok((formatNames as readonly string[]).includes(name), name);
  });
});
