import { fixture, html } from '@open-wc/testing';
import type { Counts } from '@pro-kid/contract';
import '../define/progress.ts';
import { DeliveredEvent } from '../delivery/delivery.events.ts';
import type { ProgressElement } from '../progress/progress-element.ts';
import { until } from './deck-fixture.ts';

/** Sample figures, as they are now. */
export const figures = (individuals: number, organizations = 0, asOf = new Date()): Counts => ({
  individuals,
  organizations,
  asOf: asOf.toISOString(),
});

let sources = 0;

/** An address that was not asked before: what is read is shared by all on a page. */
export const freshAddress = () => `https://counts.example/${++sources}`;

export function make(settings: Partial<ProgressElement> | Record<string, string>): ProgressElement {
  const element = document.createElement('pro-kid-progress');
  for (const [name, value] of Object.entries(settings)) {
    if (typeof value === 'string') element.setAttribute(name, value);
    else Object.assign(element, { [name]: value as unknown });
  }
  return element;
}

/** An element on the page, in view; what it shows may still be on its way. */
export async function place(
  element: ProgressElement,
  wrapper: HTMLElement = document.createElement('div'),
): Promise<ProgressElement> {
  wrapper.append(element);
  await fixture(html`${wrapper}`);
  await element.updateComplete;
  return element;
}

/** An element that shows figures. */
export async function progressFixture(
  settings: Partial<ProgressElement> | Record<string, string>,
  wrapper?: HTMLElement,
): Promise<ProgressElement> {
  const element = await place(make(settings), wrapper);
  await until(() => element.matches(':state(known)'));
  await until(() => !element.shadowRoot!.querySelector('.waiting, .running'));
  return element;
}

const textOf = (element: ProgressElement, selector: string) =>
  (element.shadowRoot!.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();

export const totalOf = (element: ProgressElement) => textOf(element, '[part=total]');
export const detailsOf = (element: ProgressElement) => textOf(element, '[part=details]');
export const statusOf = (element: ProgressElement) => textOf(element, '[role=status]');
export const barOf = (element: ProgressElement) =>
  element.shadowRoot!.querySelector<HTMLProgressElement>('progress');

let signatures = 0;

/** What a form of the page says when somebody has signed. */
export function sign(facts: Partial<DeliveredEvent> = {}): void {
  document.body.dispatchEvent(
    new DeliveredEvent({
      submissionType: 'pledge',
      kind: 'individual',
      campaign: 'sample',
      outcome: 'confirmed',
      id: `signature-${++signatures}`,
      ...facts,
    }),
  );
}

/** Answers every request for counts in turn; the last answer stays. Undo it in `afterEach`. */
export function answerCounts(...answers: (Counts | 'fails' | 'never')[]) {
  const asked: string[] = [];
  const { fetch } = window;
  window.fetch = (url) => {
    asked.push(String(url));
    const answer = answers[Math.min(asked.length, answers.length) - 1];
    if (answer === 'never') return new Promise(() => undefined);
    if (answer === 'fails') return Promise.reject(new TypeError());
    return Promise.resolve(Response.json(answer));
  };
  return { asked, undo: () => void (window.fetch = fetch) };
}
