/** How long a driver may take to answer its first question, in milliseconds. */
const START_LIMIT = 30_000;

/**
 * A session of the WebDriver protocol, as far as tests need it: https://www.w3.org/TR/webdriver2/.
 * Of the browsers tested here only WebKitGTK needs it; it has no driver of its own in Puppeteer.
 */
export class WebDriverSession {
  readonly #address: string;

  private constructor(address: string) {
    this.#address = address;
  }

  /** Waits until the driver answers, and has it start a browser. */
  static async open(
    driver: string,
    capabilities: Record<string, unknown>,
  ): Promise<WebDriverSession> {
    await untilReady(driver);
    const { sessionId } = (await ask('POST', `${driver}/session`, {
      capabilities: { alwaysMatch: { ...capabilities, pageLoadStrategy: 'normal' } },
    })) as { sessionId: string };
    return new WebDriverSession(`${driver}/session/${sessionId}`);
  }

  get(command: string): Promise<unknown> {
    return ask('GET', `${this.#address}/${command}`);
  }

  post(command: string, parameters: object = {}): Promise<unknown> {
    return ask('POST', `${this.#address}/${command}`, parameters);
  }

  /** Ends the session, and the browser with it. */
  async close(): Promise<void> {
    await ask('DELETE', this.#address);
  }
}

async function untilReady(driver: string): Promise<void> {
  const end = performance.now() + START_LIMIT;
  for (;;) {
    const answer = await fetch(`${driver}/status`).catch(() => undefined);
    if (answer?.ok) return;
    if (performance.now() > end) throw new Error(`No driver answers at ${driver}.`);
    await new Promise((next) => setTimeout(next, 50));
  }
}

async function ask(method: string, address: string, parameters?: object): Promise<unknown> {
  const answer = await fetch(address, {
    method,
    ...(parameters && { body: JSON.stringify(parameters) }),
  });
  const { value } = (await answer.json()) as { value: unknown };
  if (answer.ok) return value;
  const { error, message } = value as { error: string; message: string };
  throw new Error(`${new URL(address).pathname}: ${error}: ${message}`);
}
