import type { HTTPRequest, Page, SerializedAXNode } from 'puppeteer-core';
import { JoinForm } from './join-form.ts';

/** One visitor's page, and all that it says and asks for. */
export class Visit {
  readonly page: Page;
  /** What the console said, with the errors that nobody caught. */
  readonly console: string[] = [];
  readonly requests: HTTPRequest[] = [];

  constructor(page: Page) {
    this.page = page;
    page.on('console', (message) => {
      // A hint of Chrome to whoever measures, as tests do: that something is not rendered yet.
      if (message.type() === 'verbose') return;
      this.console.push(`${message.type()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.console.push(`uncaught: ${String(error)}`));
    page.on('request', (request) => this.requests.push(request));
  }

  /** The form on the page, once it can be used. */
  form(selector?: string): Promise<JoinForm> {
    return new JoinForm(this.page, selector).ready();
  }

  async press(...keys: Parameters<Page['keyboard']['press']>[0][]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Role and name of what has the focus, as a screen reader gets them. */
  async focused(): Promise<string> {
    const tree = await this.page.accessibility.snapshot({ interestingOnly: false });
    const node = tree && findFocused(tree);
    return node ? `${node.role} "${node.name ?? ''}"` : 'nothing';
  }

  /** The addresses of the requests so far that begin with `prefix`, without it. */
  requestsTo(prefix: string): string[] {
    const addresses = this.requests.map((request) => request.url());
    return addresses
      .filter((address) => address.startsWith(prefix))
      .map((address) => address.slice(prefix.length));
  }
}

/** The innermost one: the page itself is marked as well. */
function findFocused(node: SerializedAXNode): SerializedAXNode | undefined {
  for (const child of node.children ?? []) {
    const found = findFocused(child);
    if (found) return found;
  }
  return node.focused && node.role !== 'RootWebArea' ? node : undefined;
}
