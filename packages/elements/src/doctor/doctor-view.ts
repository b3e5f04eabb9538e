import { markup, withCode } from './markup.ts';
import type { EndpointTest } from './endpoint-test.ts';
import type { Finding, Level } from './finding.ts';
import { LEVELS, summaryOf, TITLES } from './report.ts';

/** What the buttons do. */
export interface Acts {
  test(): void;
  again(): void;
  copy(): void;
  close?: (() => void) | undefined;
}

const NAMES: Readonly<Record<Level, string>> = {
  problem: 'Problem',
  advice: 'Advice',
  fine: 'Fine',
};

/** What the doctor shows. Its parts stay, so that the focus does, and only what they say changes. */
export class DoctorView {
  readonly root: HTMLElement;
  readonly #title = markup('h2', { id: 'title', tabindex: '-1' }, 'Pro-Kid doctor');
  readonly #lists = new Map(LEVELS.map((level) => [level, markup('ul')]));
  readonly #groups: Map<Level, HTMLElement>;
  readonly #sends = markup('ul');
  readonly #tests: HTMLElement;
  readonly #status = markup('p', { role: 'status', class: 'muted' });
  readonly #report = markup('textarea', { 'aria-label': 'The report', readonly: '', rows: '8' });

  constructor({ test, again, copy, close }: Acts) {
    this.#groups = new Map(LEVELS.map((level) => [level, this.#group(level)]));
    this.#tests = markup(
      'section',
      { 'aria-labelledby': 'tests' },
      markup('h3', { id: 'tests' }, 'Test the endpoint'),
      markup(
        'p',
        { class: 'muted' },
        'Nothing is sent before you press the button. It sends no sign-up:',
      ),
      this.#sends,
      button('Run the test', test, 'strong'),
    );
    this.#report.hidden = true;
    this.#show([], []);
    this.root = markup(
      'section',
      { class: 'root', lang: 'en', dir: 'ltr', part: 'card', 'aria-labelledby': 'title' },
      markup('div', {}, this.#title, this.#status),
      ...this.#groups.values(),
      this.#tests,
      markup(
        'div',
        { class: 'buttons' },
        button('Copy the report', copy),
        button('Look again', again),
        ...(close ? [button('Close', close)] : []),
      ),
      this.#report,
    );
  }

  /** Says something that a screen reader reads out, too. */
  say(text: string): void {
    this.#status.textContent = text;
  }

  show(findings: readonly Finding[], tests: readonly EndpointTest[]): void {
    this.#title.textContent = `Pro-Kid doctor: ${summaryOf(findings)}`;
    this.#show(findings, tests);
  }

  /** For where a browser lets no page write on the clipboard. */
  showReport(text: string): void {
    this.#report.value = text;
    this.#report.hidden = false;
    this.#report.select();
  }

  #show(findings: readonly Finding[], tests: readonly EndpointTest[]): void {
    for (const [level, list] of this.#lists) {
      const of = findings.filter((finding) => finding.level === level);
      list.replaceChildren(...of.map(line));
      this.#groups.get(level)!.hidden = of.length === 0;
      const title = this.#groups.get(level)!.querySelector('h3, summary')!;
      title.textContent = `${TITLES[level]} (${of.length})`;
    }
    this.#tests.hidden = tests.length === 0;
    this.#sends.replaceChildren(
      ...tests.map(({ who, sends }) => markup('li', {}, markup('code', {}, who), ` ${sends}`)),
    );
  }

  #group(level: Level): HTMLElement {
    const list = this.#lists.get(level)!;
    if (level === 'fine') return markup('details', {}, markup('summary'), list);
    const id = `${level}-title`;
    return markup('section', { 'aria-labelledby': id }, markup('h3', { id }), list);
  }
}

function line({ level, who, found, remedy, code }: Finding): HTMLElement {
  const about = who.startsWith('<') ? markup('code', {}, who) : who;
  const first = markup('p', {}, markup('span', { class: 'level' }, NAMES[level]), ' · ', about);
  const name = code && markup('span', { class: 'name' }, `[${code}]`);
  return markup(
    'li',
    { 'data-level': level },
    first,
    markup('p', {}, found),
    ...(remedy && name ? [markup('p', {}, ...withCode(remedy), ' ', name)] : []),
  );
}

function button(text: string, onPress: () => void, look = ''): HTMLButtonElement {
  const made = markup('button', { type: 'button', ...(look && { class: look }) }, text);
  made.addEventListener('click', onPress);
  return made;
}
