import { codeOf } from './keys.ts';
import type { WebDriverSession } from './web-driver-session.ts';

interface Size {
  width: number;
  height: number;
}
const BUTTONS: Readonly<Record<string, number>> = { left: 0, middle: 1, right: 2 };

/**
 * The page in the window of a WebDriver session, with what tests ask of a page: it has the names and
 * shapes of Puppeteer's.
 */
export class WebDriverPage {
  readonly #session: WebDriverSession;

  constructor(session: WebDriverSession) {
    this.#session = session;
  }

  readonly keyboard = {
    type: async (text: string) => {
      for (const character of text) await this.keyboard.press(character);
    },
    press: (key: string) => this.#keys('keyDown keyUp', key),
    down: (key: string) => this.#keys('keyDown', key),
    up: (key: string) => this.#keys('keyUp', key),
  };

  readonly mouse = {
    move: (x: number, y: number) => this.#pointer(moveTo(x, y)),
    click: (x: number, y: number, { button = 'left', count = 1 } = {}) =>
      this.#pointer(
        moveTo(x, y),
        ...Array(count)
          .fill([press(button), release(button)])
          .flat(),
      ),
    down: ({ button = 'left' } = {}) => this.#pointer(press(button)),
    up: ({ button = 'left' } = {}) => this.#pointer(release(button)),
    reset: () => this.#pointer(release('left'), moveTo(0, 0)),
  };

  async goto(url: string): Promise<void> {
    await this.#session.post('url', { url });
  }

  async url(): Promise<string> {
    return (await this.#session.get('url')) as string;
  }

  /** What a function, or a script, comes to in the page. Arguments and result are JSON. */
  async evaluate<Arguments extends unknown[], Result>(
    task: string | ((...given: Arguments) => Result),
    ...given: Arguments
  ): Promise<Awaited<Result>> {
    const call =
      typeof task === 'string'
        ? `(0, eval)(${JSON.stringify(task)})`
        : `(${String(task)})(...given)`;
    const { value, failure } = (await this.#session.post('execute/async', {
      script: `
        const [given, done] = arguments;
        (async () => ${call})().then(
          (value) => done({ value }),
          (error) => done({ failure: String(error) + '\\n' + error?.stack }));`,
      args: [given],
    })) as { value: Awaited<Result>; failure?: string };
    if (failure !== undefined) throw new Error(failure);
    return value;
  }

  /** Makes the window so large that the page in it has this size, in pixels. */
  async setViewport({ width, height }: Size): Promise<void> {
    const { outer, inner } = await this.evaluate(() => ({
      outer: { width: outerWidth, height: outerHeight },
      inner: { width: innerWidth, height: innerHeight },
    }));
    if (inner.width === width && inner.height === height) return;
    await this.#session.post('window/rect', {
      x: 0,
      y: 0,
      width: width + outer.width - inner.width,
      height: height + outer.height - inner.height,
    });
    const isSo = await this.evaluate(
      async (size) => {
        const isThatLarge = () => innerWidth === size.width && innerHeight === size.height;
        for (let frame = 0; frame < 120 && !isThatLarge(); frame++) {
          await new Promise(requestAnimationFrame);
        }
        return isThatLarge();
      },
      { width, height },
    );
    if (!isSo) throw new Error(`The window cannot hold ${width} by ${height} pixels.`);
  }

  async #keys(events: string, key: string): Promise<void> {
    const value = codeOf(key);
    await this.#act({
      type: 'key',
      id: 'keyboard',
      actions: events.split(' ').map((type) => ({ type, value })),
    });
  }

  async #pointer(...actions: object[]): Promise<void> {
    await this.#act({
      type: 'pointer',
      id: 'mouse',
      parameters: { pointerType: 'mouse' },
      actions,
    });
  }

  async #act(source: object): Promise<void> {
    await this.#session.post('actions', { actions: [source] });
  }
}

const moveTo = (x: number, y: number) => ({ type: 'pointerMove', x, y, duration: 0 });
const press = (button: string) => ({ type: 'pointerDown', button: BUTTONS[button] });
const release = (button: string) => ({ type: 'pointerUp', button: BUTTONS[button] });
