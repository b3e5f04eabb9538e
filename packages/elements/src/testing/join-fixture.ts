import { fixture, html } from '@open-wc/testing';
import type { LitElement } from 'lit';
import type { Outcome } from '@pro-kid/client';
import type { NamedSubmission, Submission } from '@pro-kid/contract';
import '../define/join.ts';
import type { FormElement } from '../form/form-element.ts';
import type { JoinElement } from '../join/join-element.ts';

/** A join form whose submissions are kept in `sent` and answered as told. */
export interface JoinFixture {
  element: JoinElement;
  sent: NamedSubmission[];
  /** What the next submissions become; a promise keeps the form waiting. */
  answerWith(outcome: Outcome | Promise<Outcome>): void;
}

export async function joinFixture(
  attributes: Record<string, string> = {},
  wrapper: HTMLElement = document.createElement('div'),
): Promise<JoinFixture> {
  return showForm<JoinElement, NamedSubmission>(
    document.createElement('pro-kid-join'),
    attributes,
    wrapper,
  );
}

/** Any form on the page, once it is ready, with what the interface above tells. */
export async function showForm<Form extends FormElement, Sent extends Submission>(
  element: Form,
  attributes: Record<string, string>,
  wrapper: HTMLElement,
) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  const sent: Sent[] = [];
  let answer: ((id: string) => Outcome | Promise<Outcome>) | undefined;
  element.deliver = async (submission) => {
    sent.push(submission as Sent);
    return answer?.(submission.id) ?? confirmed(submission.id);
  };
  const ready = nextEvent(element, 'pro-kid-ready');
  wrapper.append(element);
  await fixture(html`${wrapper}`);
  await ready;
  return {
    element,
    sent,
    answerWith(outcome: Outcome | Promise<Outcome>) {
      answer = () => outcome;
    },
  };
}

export const confirmed = (id: string): Outcome => ({
  outcome: 'confirmed',
  receipt: {
    id,
    status: 'confirmed',
    counts: { individuals: 12480, organizations: 1, asOf: '2026-11-23T18:05:00Z' },
  },
});

export function find<E extends Element = HTMLElement>(element: HTMLElement, selector: string): E {
  const found = element.shadowRoot!.querySelector<E>(selector);
  if (!found) throw new Error(`No ${selector} in <${element.localName}>.`);
  return found;
}

export const input = (element: HTMLElement, name: string) =>
  find<HTMLInputElement>(element, `input[name="${name}"]`);

/** Types as a person does: focus, value, `input`, and `change` when the focus leaves. */
export function type(element: HTMLElement, values: Record<string, string>): void {
  for (const [name, value] of Object.entries(values)) {
    const field = input(element, name);
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

export const person = { 'given-name': 'Ana', 'family-name': 'Ruiz', email: 'ana@example.org' };
export const group = {
  organization: 'First Steps',
  url: 'firststeps.example',
  'given-name': 'Ben',
  email: 'ben@firststeps.example',
};

/** Presses the button and waits for what becomes of it. */
export async function submit(element: LitElement): Promise<void> {
  const settled = Promise.race([
    nextEvent(element, 'pro-kid-delivered'),
    nextEvent(element, 'pro-kid-failed'),
  ]);
  find(element, '[type=submit]').click();
  await settled;
  await element.updateComplete;
}

/** Everything that an event says, own and inherited. */
export function saysOf(event: Event): string {
  const says: Record<string, unknown> = {};
  for (const key in event) {
    const value: unknown = event[key as keyof Event];
    if (typeof value !== 'function' && !(value instanceof EventTarget)) says[key] = value;
  }
  return JSON.stringify(says);
}

/** The next event of a name, as its own class. */
export const nextEvent = <Name extends keyof HTMLElementEventMap>(
  element: HTMLElement,
  name: Name,
): Promise<HTMLElementEventMap[Name]> =>
  new Promise((resolve) => element.addEventListener(name, resolve, { once: true }));

export const textOf = (element: HTMLElement, selector = '.root') =>
  find(element, selector).textContent.replace(/\s+/g, ' ').trim();

/** Runs `task` and returns what was written on the console meanwhile, which is then not a failure. */
export async function warningsDuring(
  task: (warnings: readonly string[]) => unknown,
): Promise<string[]> {
  const warnings: string[] = [];
  const { warn } = console;
  console.warn = (...parts: unknown[]) => void warnings.push(parts.join(' '));
  try {
    await task(warnings);
  } finally {
    console.warn = warn;
  }
  return warnings;
}
