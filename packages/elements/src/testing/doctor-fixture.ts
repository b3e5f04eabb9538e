import { fixture, html } from '@open-wc/testing';
import '../define/doctor.ts';
import { DoctorElement } from '../doctor/doctor-element.ts';
import type { Finding } from '../doctor/finding.ts';
import { until } from './deck-fixture.ts';
import { nextEvent, warningsDuring } from './join-fixture.ts';

export interface DoctorFixture {
  doctor: DoctorElement;
  page: HTMLElement;
  /** What the console said in the doctor's name. */
  lines: readonly string[];
  /** What the widgets warned of meanwhile. */
  warnings: readonly string[];
}

/** A page as its webmaster wrote it, once the doctor has looked at it. */
export async function doctorFixture(
  markup: string | HTMLElement,
  arrived: (page: HTMLElement, warnings: readonly string[]) => unknown = () => undefined,
): Promise<DoctorFixture> {
  DoctorElement.patience = 20;
  const page = document.createElement('div');
  const doctor = document.createElement('pro-kid-doctor');
  const lines: string[] = [];
  const { groupCollapsed, groupEnd } = console;
  console.groupCollapsed = (...parts: unknown[]) => void lines.push(parts.join(' '));
  console.groupEnd = () => undefined;
  try {
    const warnings = await warningsDuring(async (warnings) => {
      if (typeof markup === 'string') page.innerHTML = markup;
      else page.append(markup);
      await fixture(html`${page}`);
      await arrived(page, warnings);
      const ready = nextEvent(doctor, 'pro-kid-ready');
      page.append(doctor);
      await ready;
    });
    return { doctor, page, lines, warnings };
  } finally {
    Object.assign(console, { groupCollapsed, groupEnd });
  }
}

/** The codes that it found, worst first, each once; without `of`, those of every level. */
export const codesOf = ({ findings }: DoctorElement, of?: Finding['level']): string[] => [
  ...new Set(
    findings.filter(({ level }) => !of || level === of).flatMap(({ code }) => (code ? [code] : [])),
  ),
];

/** What it says of a code. */
export const foundOf = ({ findings }: DoctorElement, code: string): string =>
  findings.find((finding) => finding.code === code)?.found ?? '';

/** Waits for what a widget says of itself, which it may say late. */
export const warned = (_page: HTMLElement, warnings: readonly string[]) =>
  until(() => warnings.length > 0);

/** The same for a page with a form whose endpoint cannot be used, once the form has warned of it. */
export const badFixture = (arrived: (page: HTMLElement) => unknown = () => undefined) =>
  doctorFixture(
    '<pro-kid-join endpoint="http://sign-up.example/"></pro-kid-join>',
    async (page, warnings) => {
      await warned(page, warnings);
      await arrived(page);
    },
  );

/** A form that has all that it should. */
export const goodForm = (more = '', between = '<p>Write to us.</p>') =>
  `<pro-kid-join endpoint="https://sign-up.example/submissions" privacy="/privacy" style="display:block;min-height:300px" ${more}>${between}</pro-kid-join>`;

export const press = (doctor: DoctorElement, name: string): void => {
  const buttons = [...doctor.shadowRoot!.querySelectorAll('button')];
  const button = buttons.find(({ textContent }) => textContent === name);
  if (!button) throw new Error(`No button "${name}".`);
  button.click();
};

export const statusOf = (doctor: DoctorElement) =>
  doctor.shadowRoot!.querySelector('[role=status]')!.textContent;

/** Has the network answer in its place while `task` runs; returns what was asked. */
export async function answered(
  answer: (request: Request) => Response | Promise<Response>,
  task: (requests: readonly Request[]) => unknown,
): Promise<Request[]> {
  const requests: Request[] = [];
  const { fetch } = window;
  window.fetch = async (input, init) => {
    const request = new Request(input, { ...init, signal: null });
    requests.push(request.clone());
    return answer(request);
  };
  try {
    await task(requests);
  } finally {
    window.fetch = fetch;
  }
  return requests;
}
