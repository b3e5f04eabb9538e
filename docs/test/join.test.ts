import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { JoinElement } from '@pro-kid/elements/join.js';
import { all, find, firstColumn, read, section } from './repository.ts';

const page = read('docs/elements/join.md');
const sources = find('packages/elements/src/{join,form,delivery}/**/*.ts').map(read).join('\n');
const documented = (heading: string) => firstColumn(section(page, heading));

describe('the reference of the join form', () => {
  it('names every attribute, and HTML’s own lang', () => {
    const attributes = Object.entries(JoinElement.properties).flatMap(
      ([property, { attribute = property }]: [string, { attribute?: string | boolean }]) =>
        attribute === false ? [] : [String(attribute)],
    );
    assert.deepEqual(documented('## Attributes'), [...attributes, 'lang'].toSorted());
  });

  it('names every property that is not its attribute by the same name', () => {
    const text = section(page, '## Properties');
    for (const [property, { attribute }] of Object.entries<{ attribute?: string | boolean }>(
      JoinElement.properties,
    )) {
      if (attribute !== undefined) assert.ok(text.includes(`\`${property}\``), property);
    }
  });

  it('names every public method', () => {
    // Lit's own are not ours to explain.
    const own = Object.getOwnPropertyNames(JoinElement.prototype)
      .filter((name) => !['constructor', 'willUpdate', 'updated', 'render'].includes(name))
      .filter((name) => !(name in JoinElement.properties));
    assert.deepEqual(
      documented('## Methods').map((call) => call.replace(/\(.*/, '')),
      own.toSorted(),
    );
  });

  it('names every slot', () => {
    const slots = all(sources, /<slot name="([\w-]+)"/g);
    assert.deepEqual(documented('## Slots'), slots);
  });

  it('names every event and every field of one', () => {
    const named = documented('## Events');
    assert.deepEqual(
      named.filter((name) => name.startsWith('pro-kid-')),
      all(sources, /^ {4}'(pro-kid-[\w-]+)': \w+Event;$/gm),
    );
    assert.deepEqual(
      named.filter((name) => !name.startsWith('pro-kid-')),
      all(read('packages/elements/src/delivery/delivery.events.ts'), /readonly (\w+)(?::| =)/g),
    );
  });

  it('names every part', () => {
    assert.deepEqual(documented('## Parts'), all(sources, /\bpart="([\w-]+)"/g));
  });

  it('names every state', () => {
    const [, states = ''] = /for \(const status of \[(.+?)\]/.exec(sources) ?? [];
    assert.deepEqual(
      documented('## States').map((state) => state.slice(':state('.length, -1)),
      all(states, /'(\w+)'/g),
    );
  });

  it('says which languages there are', () => {
    const languages = find('packages/elements/src/join/messages/*.ts')
      .map((path) => /(\w+)(?:-later)?\.ts$/.exec(path)?.[1])
      .filter((name) => name !== 'later');
    assert.deepEqual(new Set(languages), new Set(['en', 'es']));
  });
});
