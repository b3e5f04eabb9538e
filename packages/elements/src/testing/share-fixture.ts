import { fixture, html } from '@open-wc/testing';
import '../define/share.ts';
import type { ShareElement } from '../share/share-element.ts';
import { nextEvent } from './join-fixture.ts';

/** A share step that can be used. */
export async function shareFixture(
  attributes: Record<string, string> = {},
  wrapper: HTMLElement = document.createElement('div'),
): Promise<ShareElement> {
  const element = document.createElement('pro-kid-share');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  const ready = nextEvent(element, 'pro-kid-ready');
  wrapper.append(element);
  await fixture(html`${wrapper}`);
  await ready;
  return element;
}

export const part = <E extends Element = HTMLElement>(element: ShareElement, name: string): E => {
  const found = element.shadowRoot!.querySelector<E>(`[part=${name}]`);
  if (!found) throw new Error(`No part ${name} in <${element.localName}>.`);
  return found;
};

export const linksOf = (element: ShareElement) => [
  ...element.shadowRoot!.querySelectorAll<HTMLAnchorElement>('[part=link]'),
];

export const dialogOf = (element: ShareElement) => element.shadowRoot!.querySelector('dialog');

/** Puts something else in the place of what the browser offers; returns what undoes it. */
export function stand<Key extends 'clipboard' | 'share'>(name: Key, value: unknown): () => void {
  Object.defineProperty(navigator, name, { configurable: true, value });
  return () => Reflect.deleteProperty(navigator, name);
}
