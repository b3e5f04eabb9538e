import assert from 'node:assert/strict';
import axe from 'axe-core';
import type { EnginePage } from '@pro-kid/tooling/engines';

/** How long to wait for a state that should be there in a moment, in milliseconds. */
const PATIENCE = 20_000;
const WCAG_22_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Somebody at a page with one widget, who sees texts, clicks and types, in whatever engine. */
export class Visitor {
  readonly #page: EnginePage;

  constructor(page: EnginePage) {
    this.#page = page;
  }

  goto(url: string): Promise<unknown> {
    return this.#page.goto(url);
  }

  /** Waits until the widget, or what is in it, shows a text. */
  async reads(text: string): Promise<void> {
    const shown = await this.#page.evaluate(
      async (wanted, patience) => {
        const texts = (node: Node): string => {
          if (node instanceof Text) return node.data;
          if (!(node instanceof Element) && !(node instanceof ShadowRoot)) return '';
          if (node instanceof Element && (!node.checkVisibility() || node.localName === 'style')) {
            return '';
          }
          const inside = (node instanceof Element && node.shadowRoot) || node;
          return [...inside.childNodes, ...(inside === node ? [] : node.childNodes)]
            .map(texts)
            .join(' ');
        };
        const end = performance.now() + patience;
        for (;;) {
          const now = texts(document.querySelector('#widget')!).replace(/\s+/g, ' ');
          if (now.includes(wanted) || performance.now() > end) return now;
          await new Promise(requestAnimationFrame);
        }
      },
      text,
      PATIENCE,
    );
    assert.ok(shown.includes(text), `It does not show "${text}", but: ${shown}`);
  }

  /** Clicks in the middle of the button, the link or the control of the label that reads `name`. */
  async click(name: string): Promise<void> {
    const place = await this.#page.evaluate(
      async (text, patience) => {
        const find = () =>
          [
            ...(document
              .querySelector('#widget')!
              .shadowRoot?.querySelectorAll<HTMLElement>('label, button, a, summary') ?? []),
          ].find(
            (each) => each.checkVisibility() && each.innerText.replace(/\s+/g, ' ').trim() === text,
          );
        const end = performance.now() + patience;
        while (!find() && performance.now() < end) await new Promise(requestAnimationFrame);
        const named = find();
        if (!named) return undefined;
        const control = (named instanceof HTMLLabelElement && named.control) || named;
        control.scrollIntoView({ block: 'center', behavior: 'instant' });
        // It rests once it has been in one place for four frames.
        let [last, still] = ['', 0];
        while (still < 4) {
          await new Promise(requestAnimationFrame);
          const { x, y } = control.getBoundingClientRect();
          still = `${x} ${y}` === last ? still + 1 : 0;
          last = `${x} ${y}`;
        }
        const { x, y, width, height } = control.getBoundingClientRect();
        return [Math.round(x + width / 2), Math.round(y + height / 2)] as const;
      },
      name,
      PATIENCE,
    );
    assert.ok(place, `It shows nothing that reads "${name}".`);
    await this.#page.mouse.click(...place);
  }

  async type(name: string, text: string): Promise<void> {
    await this.click(name);
    await this.#page.keyboard.type(text);
  }

  press(key: string): Promise<void> {
    return this.#page.keyboard.press(key);
  }

  /** Puts the focus on the link before the widget. */
  async startBefore(): Promise<void> {
    await this.#page.evaluate(() => document.querySelector<HTMLElement>('#before')!.focus());
  }

  /** The name or the text of what has the focus in the widget; empty where nothing has. */
  focused(): Promise<string> {
    return this.#page.evaluate(() => {
      const active = document.querySelector('#widget')!.shadowRoot!.activeElement;
      const control = active as HTMLInputElement | null;
      return control?.name || control?.innerText?.replace(/\s+/g, ' ').trim() || '';
    });
  }

  /** Fails with every violation of WCAG 2.2 AA that axe finds on the page. */
  async assertAccessible(): Promise<void> {
    await this.#page.evaluate(axe.source);
    const found = await this.#page.evaluate(async (tags) => {
      const { axe } = window as unknown as { axe: typeof import('axe-core') };
      const { violations } = await axe.run({ runOnly: tags });
      return violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }));
    }, WCAG_22_AA);
    assert.deepEqual(found, []);
  }
}
