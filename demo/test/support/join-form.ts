import assert from 'node:assert/strict';
import type { ElementHandle, Frame, Page } from 'puppeteer-core';

export type FormStatus = 'idle' | 'sending' | 'done' | 'failed';

/** One form on a page, used by what its visitor sees or hears: names, texts, states. */
export class JoinForm {
  readonly page: Page;
  readonly #place: Page | Frame;
  readonly #selector: string;

  /** @param place The page, or a frame on it. */
  constructor(place: Page | Frame, selector = 'pro-kid-join') {
    this.page = 'keyboard' in place ? place : place.page();
    this.#place = place;
    this.#selector = selector;
  }

  /** Waits until the form can be used. */
  async ready(): Promise<this> {
    await this.#place.waitForSelector(`${this.#selector} >>> [type=submit]`, { visible: true });
    return this;
  }

  /** The button, the link, or the control of the label that reads `name` on the screen. */
  async control(name: string): Promise<ElementHandle<HTMLInputElement>> {
    const host = await this.#place.waitForSelector(this.#selector);
    const found = await host!.evaluateHandle(({ shadowRoot }, text) => {
      const named = [...shadowRoot!.querySelectorAll<HTMLElement>('label, button, a, summary')];
      const shown = named.find(
        (each) => each.checkVisibility() && each.innerText.replace(/\s+/g, ' ').trim() === text,
      );
      return shown instanceof HTMLLabelElement ? shown.control : (shown ?? null);
    }, name);
    const control = found.asElement();
    assert.ok(control, `The form shows nothing that reads "${name}".`);
    return control as ElementHandle<HTMLInputElement>;
  }

  /** Clicks what reads `name` once it rests, as a visitor aims: cards that come above it move it. */
  async click(name: string): Promise<void> {
    const control = await this.control(name);
    await control.evaluate(untilAtRest);
    await control.click();
  }

  /** Clicks into the field, and types in place of what stands there. */
  async type(name: string, text: string): Promise<void> {
    const field = await this.control(name);
    await field.evaluate(untilAtRest);
    await field.click({ count: 3 });
    await this.page.keyboard.type(text);
  }

  async typeAll(texts: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, text] of Object.entries(texts)) await this.type(name, text);
  }

  async value(name: string): Promise<string> {
    return (await this.control(name)).evaluate(({ value }) => value);
  }

  async values(names: readonly string[]): Promise<Record<string, string>> {
    const values: Record<string, string> = {};
    for (const name of names) values[name] = await this.value(name);
    return values;
  }

  /** Whether the form is in this state, by the custom state that style sheets see. */
  is(status: FormStatus): Promise<boolean> {
    return this.#place.$eval(
      this.#selector,
      (element, state) => element.matches(`:state(${state})`),
      status,
    );
  }

  async becomes(status: FormStatus): Promise<void> {
    await this.#place.waitForSelector(`${this.#selector}:state(${status})`, { visible: true });
  }

  /** All that the form shows, in one line. */
  text(): Promise<string> {
    return this.#read(`${this.#selector} >>> [part=card]`);
  }

  /** The text of a part, such as `failure`; waits until it stands there. */
  part(name: string): Promise<string> {
    return this.#read(`${this.#selector} >>> [part=${name}]`);
  }

  /** What a screen reader is told of a control beside its name. */
  async described(name: string): Promise<{ invalid: boolean; description: string }> {
    const control = await this.control(name);
    const node = await this.page.accessibility.snapshot({ root: control });
    return {
      invalid: node?.invalid === 'true',
      description: node?.description ?? '',
    };
  }

  /** Resolves when the page hears the event; call it before what causes it. */
  hears(event: string): Promise<unknown> {
    return this.#place.$eval(
      this.#selector,
      (element, type) =>
        new Promise<void>((resolve) => {
          element.addEventListener(type, () => resolve(), { once: true });
        }),
      event,
    );
  }

  has(part: string): Promise<boolean> {
    return this.#place
      .$(`${this.#selector} >>> [part=${part}]`)
      .then((element) => element !== null);
  }

  /** Writes down what the live regions say from now on; returns a way to read it. */
  async listen(): Promise<() => Promise<string[]>> {
    const said = await (await this.#place.$(this.#selector))!.evaluateHandle(({ shadowRoot }) => {
      const texts: string[] = [];
      const note = () => {
        for (const region of shadowRoot!.querySelectorAll('[role=status]')) {
          const text = region.textContent.replace(/\s+/g, ' ').trim();
          if (text && texts.at(-1) !== text) texts.push(text);
        }
      };
      new MutationObserver(note).observe(shadowRoot!, {
        subtree: true,
        childList: true,
        characterData: true,
      });
      return texts;
    });
    return () => said.jsonValue();
  }

  async #read(selector: string): Promise<string> {
    const element = await this.#place.waitForSelector(selector, { visible: true });
    const text = await element!.evaluate((each) => (each as HTMLElement).innerText);
    return text.replace(/\s+/g, ' ').trim();
  }
}

/** Brings an element into view, and waits until it has stood still for four frames. */
export async function untilAtRest(element: Element): Promise<void> {
  element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  let [last, still] = ['', 0];
  while (still < 4) {
    await new Promise(requestAnimationFrame);
    const { x, y } = element.getBoundingClientRect();
    const place = `${x} ${y}`;
    still = place === last ? still + 1 : 0;
    last = place;
  }
}
