import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FactCardElement } from '@pro-kid/elements/fact-card.js';
import { FactDeckElement } from '@pro-kid/elements/fact-deck.js';
import { JoinElement } from '@pro-kid/elements/join.js';
import { PetitionElement } from '@pro-kid/elements/petition.js';
import { PledgeElement } from '@pro-kid/elements/pledge.js';
import { ProgressElement } from '@pro-kid/elements/progress.js';
import { ShareElement } from '@pro-kid/elements/share.js';
import { all, find, firstColumn, read, section } from './repository.ts';

interface ElementClass {
  /** Complete once `observedAttributes` was read. */
  elementProperties: Map<string, { attribute?: string | boolean }>;
  observedAttributes: string[];
  prototype: object;
}

/** What belongs to an element: its page, its class, and the folders of its sources. */
interface Reference {
  page: string;
  /** The page of another element, where all that it does not say itself is said. */
  base?: string;
  element: ElementClass;
  folders: string;
  /** Where its own events are. */
  events: string;
  messages: string;
  /** Parts of another element that the same sources show. */
  partsOfOthers?: string[];
}

/** What a pledge and a petition have in common. */
const campaign = {
  folders: '{pledge,petition,campaign,form,delivery,ready}',
  events: 'packages/elements/src/delivery/delivery.events.ts',
};

const references: Record<string, Reference> = {
  'the join form': {
    page: 'docs/elements/join.md',
    element: JoinElement as unknown as ElementClass,
    folders: '{join,form,delivery,ready}',
    events: 'packages/elements/src/delivery/delivery.events.ts',
    messages: 'packages/elements/src/join/messages/*.ts',
  },
  'the pledge': {
    ...campaign,
    page: 'docs/elements/pledge.md',
    element: PledgeElement as unknown as ElementClass,
    messages: 'packages/elements/src/pledge/messages/*.ts',
    partsOfOthers: ['to', 'ask'],
  },
  'the petition': {
    ...campaign,
    page: 'docs/elements/petition.md',
    base: 'docs/elements/pledge.md',
    element: PetitionElement as unknown as ElementClass,
    messages: 'packages/elements/src/petition/messages/*.ts',
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

/** Lit's own are not ours to explain, nor is what only modules of ours call. */
const LIFECYCLE = [
  'addStyles',
  'adoptedCallback',
  'constructor',
  'connectedCallback',
  'disconnectedCallback',
  'willUpdate',
  'updated',
  'render',
];

/** The members of a class and of those it descends from, up to Lit's own, by name. */
function membersOf({ prototype }: ElementClass): Map<string, PropertyDescriptor> {
  const isLit = ({ constructor }: object) => Object.hasOwn(constructor, '_$litElement$');
  const members = new Map<string, PropertyDescriptor>();
  for (let each = prototype; !isLit(each); each = Object.getPrototypeOf(each) as object) {
    for (const [name, member] of Object.entries(Object.getOwnPropertyDescriptors(each))) {
      if (!members.has(name)) members.set(name, member);
    }
  }
  return members;
}

/** All states that sources give to an element, wherever `showState` takes their list from. */
function statesIn(sources: string): string[] {
  const lists = all(sources, /\bshowState\(\s*[\w.#]+,\s*(\[[^\]]*\]|[\w.]+(?:\(\w+\))?),/g);
  return [...new Set(lists.flatMap((list) => statesOf(list, sources)))].toSorted();
}

function statesOf(list: string, sources: string): string[] {
  const [, keysOf] = /^Object\.keys\((\w+)\)$/.exec(list) ?? [];
  const found = list.startsWith('[')
    ? all(list, /'([\w-]+)'/g)
    : keysOf
      ? all(valueOf(keysOf, sources), /^ *'?([\w-]+)'?: /gm)
      : all(valueOf(list, sources), /'([\w-]+)'/g);
  assert.ok(found.length > 0, `no states in ${list}`);
  return found;
}

/** What a constant holds, as it is written. */
const valueOf = (name: string, sources: string): string =>
  new RegExp(`const ${name}\\b[^=]*=([^;]+);`).exec(sources)?.[1] ?? '';

for (const [name, reference] of Object.entries(references)) {
  const { page: path, base, element, folders, events, messages, partsOfOthers = [] } = reference;
  const pages = [path, ...(base ? [base] : [])].map(read);
  const sources = find(`packages/elements/src/${folders}/**/*.ts`).map(read).join('\n');
  const sectionsOf = (heading: string) =>
    pages.filter((page) => page.includes(`\n${heading}\n`)).map((page) => section(page, heading));
  const documented = (heading: string) =>
    [...new Set(sectionsOf(heading).flatMap(firstColumn))].toSorted();

  assert.ok(element.observedAttributes.length > 0);
  const properties = [...element.elementProperties];
  const kept = all(sources, /^ {2}protected (?:(?:abstract|override|readonly|get|async) )*(\w+)/gm);
  const own = [...membersOf(element)].filter(
    ([member]) =>
      !LIFECYCLE.includes(member) &&
      !kept.includes(member) &&
      !element.elementProperties.has(member),
  );

  describe(`the reference of ${name}`, () => {
    it('names every attribute, and HTML’s own lang', () => {
      const attributes = properties.flatMap(([property, { attribute = property }]) =>
        attribute === false ? [] : [String(attribute)],
      );
      assert.deepEqual(documented('## Attributes'), [...attributes, 'lang'].toSorted());
    });

    it('names every property that is not its attribute by the same name', () => {
      const text = sectionsOf('## Properties').join('\n');
      const getters = own.filter(([, { get }]) => get).map(([getter]) => getter);
      const renamed = properties
        .filter(([, { attribute }]) => attribute !== undefined)
        .map(([property]) => property);
      for (const property of [...renamed, ...getters]) {
        assert.ok(text.includes(`\`${property}\``), property);
      }
    });

    it('names every public method', () => {
      const methods = own.filter(([, { value }]) => value).map(([method]) => method);
      assert.deepEqual(
        documented('## Methods').map((call) => call.replace(/\(.*/, '')),
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
      const shown = [...all(sources, /\bpart(?:="|: ')([\w-]+)["']/g), ...chosen];
      for (const part of partsOfOthers) assert.ok(shown.includes(part), part);
      const parts = shown.filter((part) => !partsOfOthers.includes(part));
      assert.deepEqual(documented('## Parts'), [...new Set(parts)].toSorted());
    });

    it('names every state', () => {
      assert.deepEqual(
        documented('## States').map((state) => state.slice(':state('.length, -1)),
        statesIn(sources),
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
