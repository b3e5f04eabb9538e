import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FactCardElement } from '@pro-kid/elements/fact-card.js';
import { FactDeckElement } from '@pro-kid/elements/fact-deck.js';
import { JoinElement } from '@pro-kid/elements/join.js';
import { ProgressElement } from '@pro-kid/elements/progress.js';
import { ShareElement } from '@pro-kid/elements/share.js';
import { all, find, firstColumn, read, section } from './repository.ts';

interface ElementClass {
  properties: Record<string, { attribute?: string | boolean }>;
  prototype: object;
}

/** What belongs to an element: its page, its class, and the folders of its sources. */
interface Reference {
  page: string;
  element: ElementClass;
  folders: string;
  /** Where its own events are. */
  events: string;
  messages: string;
}

const references: Record<string, Reference> = {
  'the join form': {
    page: 'docs/elements/join.md',
    element: JoinElement as unknown as ElementClass,
    folders: '{join,form,delivery,ready}',
    events: 'packages/elements/src/delivery/delivery.events.ts',
    messages: 'packages/elements/src/join/messages/*.ts',
  },
  'the fact card': {
    page: 'docs/elements/fact-card.md',
    element: FactCardElement as unknown as ElementClass,
    folders: '{fact-card,figures,ready}',
    events: 'packages/elements/src/fact-card/fact-card.events.ts',
    messages: 'packages/elements/src/fact-card/messages/*.ts',
  },
  'the fact deck': {
    page: 'docs/elements/fact-deck.md',
    element: FactDeckElement as unknown as ElementClass,
    folders: '{fact-deck,ready}',
    events: 'packages/elements/src/ready/ready.event.ts',
    messages: 'packages/elements/src/fact-deck/messages/*.ts',
  },
  progress: {
    page: 'docs/elements/progress.md',
    element: ProgressElement as unknown as ElementClass,
    folders: '{progress,ready}',
    events: 'packages/elements/src/ready/ready.event.ts',
    messages: 'packages/elements/src/progress/messages/*.ts',
  },
  'the share step': {
    page: 'docs/elements/share.md',
    element: ShareElement as unknown as ElementClass,
    folders: '{share,ready}',
    events: 'packages/elements/src/share/share.events.ts',
    messages: 'packages/elements/src/share/messages/*.ts',
  },
};

/** Lit's own are not ours to explain. */
const LIFECYCLE = [
  'constructor',
  'connectedCallback',
  'disconnectedCallback',
  'willUpdate',
  'updated',
  'render',
];

for (const [name, { page: path, element, folders, events, messages }] of Object.entries(
  references,
)) {
  const page = read(path);
  const sources = find(`packages/elements/src/${folders}/**/*.ts`).map(read).join('\n');
  const documented = (heading: string) => firstColumn(section(page, heading));
  const own = Object.entries(Object.getOwnPropertyDescriptors(element.prototype)).filter(
    ([member]) => !LIFECYCLE.includes(member) && !(member in element.properties),
  );

  describe(`the reference of ${name}`, () => {
    it('names every attribute, and HTML’s own lang', () => {
      const attributes = Object.entries(element.properties).flatMap(
        ([property, { attribute = property }]) => (attribute === false ? [] : [String(attribute)]),
      );
      assert.deepEqual(documented('## Attributes'), [...attributes, 'lang'].toSorted());
    });

    it('names every property that is not its attribute by the same name', () => {
      const text = section(page, '## Properties');
      const getters = own.filter(([, { get }]) => get).map(([getter]) => getter);
      const renamed = Object.entries(element.properties)
        .filter(([, { attribute }]) => attribute !== undefined)
        .map(([property]) => property);
      for (const property of [...renamed, ...getters]) {
        assert.ok(text.includes(`\`${property}\``), property);
      }
    });

    it('names every public method', () => {
      const methods = own.filter(([, { value }]) => value).map(([method]) => method);
      const named = page.includes('\n## Methods\n') ? documented('## Methods') : [];
      assert.deepEqual(
        named.map((call) => call.replace(/\(.*/, '')),
        methods.toSorted(),
      );
    });

    it('names every slot', () => {
      assert.deepEqual(documented('## Slots'), all(sources, /<slot name="([\w-]+)"/g));
    });

    it('names every event and every field of one', () => {
      const named = documented('## Events');
      assert.deepEqual(
        named.filter((event) => event.startsWith('pro-kid-')),
        all(sources, /^ {4}'(pro-kid-[\w-]+)': \w+Event;$/gm),
      );
      assert.deepEqual(
        named.filter((field) => !field.startsWith('pro-kid-')),
        all(read(events), /readonly (\w+)(?::| =)/g),
      );
    });

    it('names every part', () => {
      const chosen = all(sources, /\bpart=\$\{(.+?)\}/g).flatMap((code) =>
        all(code, /'([\w-]+)'/g),
      );
      const parts = [...all(sources, /\bpart(?:="|: ')([\w-]+)["']/g), ...chosen];
      assert.deepEqual(documented('## Parts'), [...new Set(parts)].toSorted());
    });

    it('names every state', () => {
      const [, states = ''] = /for \(const status of \[(.+?)\]/.exec(sources) ?? [];
      const named = page.includes('\n## States\n') ? documented('## States') : [];
      assert.deepEqual(
        named.map((state) => state.slice(':state('.length, -1)),
        all(states, /'(\w+)'/g),
      );
    });

    it('says which languages there are', () => {
      const languages = find(messages).map((file) => /\/(\w+)(?:-\w+)?\.ts$/.exec(file)?.[1]);
      assert.deepEqual(new Set(languages), new Set(['en', 'es']));
    });
  });
}

it('the reference of the fact card names every warning that it can say', () => {
  const page = read('docs/elements/fact-card.md');
  const sources = find('packages/elements/src/fact-card/*.ts').map(read).join('\n');
  assert.deepEqual(
    firstColumn(section(page, '## Warnings')),
    all(sources, /(?:\bcode: |warn\(\s*card,\s*)'([\w-]+)'/g),
  );
});
