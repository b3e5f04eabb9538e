import type { Outcome } from '@pro-kid/client';
import type { Campaign, Submission } from '@pro-kid/contract';
import '../define/petition.ts';
import '../define/pledge.ts';
import type { PetitionElement } from '../petition/petition-element.ts';
import type { PledgeElement } from '../pledge/pledge-element.ts';
import { until } from './deck-fixture.ts';
import { find, showForm } from './join-fixture.ts';

export type SignElement = PledgeElement | PetitionElement;

let campaigns = 0;

/** A sample pledge with nothing but what a campaign must have; each has an id of its own. */
export const samplePledge = (more: Partial<Campaign> = {}): Campaign => ({
  id: `sample-${++campaigns}`,
  type: 'pledge',
  title: { en: 'Sample pledge', es: 'Compromiso de muestra' },
  statement: [{ en: 'Sample statement.', es: 'Declaración de muestra.' }],
  commitments: [
    { id: 'read', text: { en: 'I read to a child.', es: 'Leo a un niño.' } },
    { id: 'call', text: { en: 'I call my senator.', es: 'Llamo a mi senador.' } },
  ],
  ...more,
});

export const samplePetition = (more: Partial<Campaign> = {}): Campaign => ({
  id: `sample-${++campaigns}`,
  type: 'petition',
  title: { en: 'Sample petition', es: 'Petición de muestra' },
  to: { en: 'The sample council', es: 'El consejo de muestra' },
  ask: { en: 'Open the sample park.', es: 'Abran el parque de muestra.' },
  statement: [{ en: 'Sample reason.', es: 'Razón de muestra.' }],
  ...more,
});

/** One question of each type. */
export const everyQuestion: NonNullable<Campaign['custom']> = [
  {
    type: 'text',
    name: 'heard',
    label: { en: 'How did you hear of it?', es: '¿Cómo se enteró?' },
    hint: { en: 'A few words do.', es: 'Bastan pocas palabras.' },
    required: true,
  },
  { type: 'text', name: 'story', label: { en: 'Your story', es: 'Su historia' }, multiline: true },
  {
    type: 'choice',
    name: 'role',
    label: { en: 'Who are you?', es: '¿Quién es usted?' },
    hint: { en: 'The nearest one.', es: 'Lo más cercano.' },
    required: true,
    options: [
      { value: 'parent', label: { en: 'A parent', es: 'Madre o padre' } },
      { value: 'teacher', label: { en: 'A teacher', es: 'Docente' } },
    ],
  },
  {
    type: 'several',
    name: 'topics',
    label: { en: 'What matters to you?', es: '¿Qué le importa?' },
    required: true,
    options: [
      { value: 'health', label: { en: 'Health', es: 'Salud' } },
      { value: 'school', label: { en: 'School', es: 'Escuela' } },
      { value: 'housing', label: { en: 'Housing', es: 'Vivienda' } },
    ],
  },
  {
    type: 'checkbox',
    name: 'volunteer',
    label: { en: 'I can help at an event', es: 'Puedo ayudar en un evento' },
  },
];

/** A pledge that asks all that a file can ask. */
export const fullPledge = () =>
  samplePledge({
    commitments: [
      { id: 'read', text: 'I read to a child.', required: true },
      { id: 'call', text: 'I call my senator.' },
    ],
    fields: { comment: 'optional', showName: 'optional' },
    custom: everyQuestion,
    consents: [
      { id: 'updates', text: { en: 'Write to me.', es: 'Escríbanme.' } },
      { id: 'rules', text: { en: 'I know the rules.', es: 'Conozco las reglas.' }, required: true },
    ],
  });

/** A form whose submissions are kept in `sent` and answered as told. */
export interface CampaignFixture {
  element: SignElement;
  sent: Submission[];
  answerWith(outcome: Outcome | Promise<Outcome>): void;
}

/** The element of a campaign, as it is on show. */
export async function campaignFixture(
  campaign: Campaign,
  attributes: Record<string, string> = {},
  wrapper: HTMLElement = document.createElement('div'),
): Promise<CampaignFixture> {
  const element = document.createElement(`pro-kid-${campaign.type}`);
  element.definition = campaign;
  return showForm<SignElement, Submission>(element, attributes, wrapper);
}

/** Clicks on checkboxes and radio buttons, by their ids. */
export function tick(element: HTMLElement, ...ids: string[]): void {
  for (const id of ids) find(element, `[id="${id}"]`).click();
}

/** Fills in a text of several lines. */
export function write(element: HTMLElement, name: string, text: string): void {
  const area = find<HTMLTextAreaElement>(element, `textarea[name="${name}"]`);
  area.value = text;
  area.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
}

/** Says when one was born, as a visitor does. */
export async function sayYear(element: SignElement, year: string | number): Promise<void> {
  find<HTMLInputElement>(element, '#birth-year').value = String(year);
  find(element, '[part=age] [type=submit]').click();
  await element.updateComplete;
  await element.updateComplete;
}

/** A year of birth of somebody of that age, in years. */
export const bornBefore = (age: number) => new Date().getFullYear() - age;

/** Waits for a custom state of the element's. */
export const untilState = (element: SignElement, state: string): Promise<void> =>
  until(() => element.matches(`:state(${state})`));

/** Answers requests for a file; the rest goes out as ever. Undo it in `afterEach`. */
export function answerFile(body: BodyInit | Error, init?: ResponseInit) {
  const asked: string[] = [];
  const { fetch } = window;
  window.fetch = async (address, options) => {
    if (!String(address).startsWith('https://files.example/')) return fetch(address, options);
    asked.push(String(address));
    if (body instanceof Error) throw body;
    return new Response(body, init);
  };
  return { asked, undo: () => void (window.fetch = fetch) };
}

/** Sets the query of the page, as the link did by which a visitor came; returns what undoes it. */
export function comeWith(query: string): () => void {
  const { href } = location;
  const address = new URL(href);
  for (const [name, value] of new URLSearchParams(query)) address.searchParams.set(name, value);
  history.replaceState(null, '', address);
  return () => history.replaceState(null, '', href);
}
