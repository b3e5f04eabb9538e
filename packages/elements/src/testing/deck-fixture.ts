import { fixture, html } from '@open-wc/testing';
import type { Issue } from '@pro-kid/contract';
import '../define/fact-deck.ts';
import type { FactDeckElement } from '../fact-deck/fact-deck-element.ts';
import { PATIENCE } from './engines.ts';

/** A sample issue, `sample-1` and so on, with its topics. */
export const sampleIssue = (number: number, ...topics: NonNullable<Issue['topics']>): Issue => ({
  id: `sample-${number}`,
  example: true,
  title: { en: `Sample ${number}`, es: `Muestra ${number}` },
  summary: 'Sample text: what this is about, in a sentence.',
  topics,
  facts: [
    {
      kind: 'ratio',
      part: 1,
      whole: 4,
      unit: 'children',
      text: '{figure} children in this sample',
      source: null,
    },
  ],
  agenda: ['Sample ask.'],
  updated: '2026-01-31',
});

/** Two issues on health, two on housing, in both languages. */
export const fourIssues = (): Issue[] =>
  [1, 2, 3, 4].map((number) =>
    sampleIssue(
      number,
      number % 2 ? { en: 'Health', es: 'Salud' } : { en: 'Housing', es: 'Vivienda' },
    ),
  );

/** Cards as a page has them between the tags of a deck. */
export const cardsOf = (issues: readonly Issue[]) =>
  issues.map((issue) => Object.assign(document.createElement('pro-kid-fact-card'), { issue }));

type Attributes = Record<string, string>;

/** A deck with cards of the page, each of which has loaded. */
export async function deckFixture(
  issues: readonly Issue[],
  attributes: Attributes = {},
  wrapper: HTMLElement = document.createElement('div'),
): Promise<FactDeckElement> {
  const element = make(attributes, cardsOf(issues));
  await place(element, wrapper);
  await scrollThrough(element);
  scrollTo(0, 0);
  await element.updateComplete;
  return element;
}

/** A deck whose file is answered with `body`; a `Response` stays as it is. */
export async function fileFixture(
  body: unknown,
  attributes: Attributes = {},
  fallback: readonly Node[] = [],
): Promise<{ element: FactDeckElement; asked: string[] }> {
  const asked: string[] = [];
  const { fetch } = window;
  window.fetch = async (address) => {
    asked.push(String(address));
    if (body instanceof Error) throw body;
    return body instanceof Response ? body : new Response(JSON.stringify(body));
  };
  try {
    const element = make({ src: 'https://files.example/deck.json', ...attributes }, fallback);
    await place(element, document.createElement('div'));
    await until(() => asked.length > 0);
    return { element, asked };
  } finally {
    // What it imports comes from the network as well, and has come by now.
    window.fetch = fetch;
  }
}

function make(attributes: Attributes, children: readonly Node[]): FactDeckElement {
  const element = document.createElement('pro-kid-fact-deck');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Puts a deck on the page, and waits until it is ready if it has cards of the page. */
async function place(element: FactDeckElement, wrapper: HTMLElement): Promise<void> {
  const hasCards = element.querySelector('pro-kid-fact-card') && !element.src;
  const ready = hasCards && nextOwn(element);
  wrapper.append(element);
  await fixture(html`${wrapper}`);
  await ready;
}

/** The deck's own `pro-kid-ready`; those of its cards bubble through it. */
export const nextOwn = (element: FactDeckElement): Promise<Event> =>
  new Promise((resolve) =>
    element.addEventListener('pro-kid-ready', (event) => {
      if (event.target === element) resolve(event);
    }),
  );

/** Waits for what takes a few frames; gives up where it never comes, so that nothing goes on behind a failure. */
export async function until(condition: () => unknown): Promise<void> {
  const end = performance.now() + PATIENCE;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`It never came: ${String(condition)}`);
    await new Promise(requestAnimationFrame);
  }
}

export const all = <E extends HTMLElement = HTMLElement>(
  element: Element,
  selector: string,
): E[] => [...element.shadowRoot!.querySelectorAll<E>(selector)];

/** Brings every card near, one after the other, so that each loads. */
export async function scrollThrough(element: FactDeckElement): Promise<void> {
  const isWaiting = () => all(element, '.item:is(.waiting, .drawing):not([hidden])')[0];
  await until(() => {
    isWaiting()?.scrollIntoView();
    return !isWaiting();
  });
}

/** The titles of the cards that have loaded and are on show. */
export const titles = (element: FactDeckElement): string[] =>
  all<HTMLElement>(element, '.item:not([hidden]) > slot').flatMap((slot) =>
    (slot as HTMLSlotElement)
      .assignedElements()
      .map((card) => card.shadowRoot?.querySelector('#title')?.textContent.trim() ?? ''),
  );

export const countText = (element: FactDeckElement): string | undefined =>
  all(element, '[role=status]')[0]?.textContent.trim();

/** Clicks on a topic, as a mouse does. */
export async function choose(element: FactDeckElement, topic: string): Promise<void> {
  all(element, 'label')
    .find(({ textContent }) => textContent.trim() === topic)!
    .click();
  await element.updateComplete;
}
