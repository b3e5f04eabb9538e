import { fixture, html } from '@open-wc/testing';
import type { Issue } from '@pro-kid/contract';
import { sampleIssue } from '@pro-kid/contract/testing';
import '../define/fact-card.ts';
import type { FactCardElement } from '../fact-card/fact-card-element.ts';
import { nextEvent } from './join-fixture.ts';

/** An issue with everything that a card can show. Sample text. */
export const fullIssue: Issue = {
  ...sampleIssue,
  topics: [{ en: 'Samples', es: 'Muestras' }],
  background: [{ en: 'Sample background.', es: 'Contexto de muestra.' }],
  momentum: [{ en: 'Sample momentum.', es: 'Avances de muestra.' }],
};

/** A card that is on the page; what it shows may still be on its way. */
export async function unreadyCard(
  attributes: Record<string, string> = {},
  content: Node[] = [],
  wrapper: HTMLElement = document.createElement('div'),
): Promise<FactCardElement> {
  const element = document.createElement('pro-kid-fact-card');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...content);
  wrapper.append(element);
  await fixture(html`${wrapper}`);
  return element;
}

/** A card that shows an issue. */
export async function cardFixture(
  issue: Issue | null = fullIssue,
  attributes: Record<string, string> = {},
  wrapper: HTMLElement = document.createElement('div'),
): Promise<FactCardElement> {
  const element = document.createElement('pro-kid-fact-card');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.issue = issue;
  const ready = nextEvent(element, 'pro-kid-ready');
  wrapper.append(element);
  await fixture(html`${wrapper}`);
  await ready;
  return element;
}

/** The nodes that some HTML makes. */
export function nodes(markup: string): Node[] {
  const template = document.createElement('template');
  template.innerHTML = markup;
  return [...template.content.childNodes];
}

export function part<E extends Element = HTMLElement>(
  element: FactCardElement,
  selector: string,
): E {
  const found = element.shadowRoot!.querySelector<E>(selector);
  if (!found) throw new Error(`No ${selector} in <${element.localName}>.`);
  return found;
}

export const parts = <E extends Element = HTMLElement>(
  element: FactCardElement,
  selector: string,
) => [...element.shadowRoot!.querySelectorAll<E>(selector)];

export const wordsOf = (element: Element) => element.textContent.replace(/\s+/g, ' ').trim();

/** Waits, frame by frame, until something is so. */
export async function until(isSo: () => unknown): Promise<void> {
  while (!isSo()) await new Promise(requestAnimationFrame);
}

/** Waits until a card shows its issue. */
export const shown = (element: FactCardElement) => until(() => element.matches(':state(ready)'));

/** A few frames: what an observer has to say of the page as it is has been said. */
export async function frames(): Promise<void> {
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
}

/** Answers what the page fetches while `task` runs. */
export async function whileFetching(
  answer: (url: string, init?: RequestInit) => Promise<Response>,
  task: () => Promise<unknown>,
): Promise<void> {
  const { fetch } = globalThis;
  globalThis.fetch = (url, init) => answer(String(url), init);
  try {
    await task();
  } finally {
    globalThis.fetch = fetch;
  }
}
