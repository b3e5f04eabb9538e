import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Issue } from '@pro-kid/contract';
import { warn, type WarningCode } from '../diagnostics/warn.ts';
import { cardIssue, type CardIssue } from './card-issue.ts';
import type { engine as Engine } from './fact-card-engine.ts';

/** How to get an issue that is built in, by its id. */
export type IssueLoaders = Readonly<Record<string, () => Promise<Issue>>>;

export interface IssueHost extends ReactiveControllerHost, HTMLElement {
  /** The id of an issue that is built in, or an issue itself. */
  issue: string | Issue | null;
  src: string;
}

interface IssueOptions {
  builtIn(): IssueLoaders;
  importEngine(): Promise<typeof Engine>;
  /** Gets what shows the facts of any issue. */
  loadFacts(): Promise<void>;
}

/** What may change what a page wrote between the tags. */
const CONTENT: MutationObserverInit = {
  childList: true,
  subtree: true,
  characterData: true,
  attributeFilter: ['value', 'title', 'slot'],
};

/**
 * Finds a card's issue, wherever the page put it, and follows changes of it. Without a good one there
 * is none, and the integrator is told why.
 */
export class IssueController implements ReactiveController {
  readonly #host: IssueHost;
  readonly #options: IssueOptions;
  readonly #observer = new MutationObserver(() => this.#follow());
  /** Whether there is none, and none is on its way. */
  isMissing = false;
  /** The issue as data; undefined where it is plain HTML, or not there. */
  data: Issue | undefined;
  /** The issue as the page wrote it in HTML. */
  #written: CardIssue | undefined;
  /** What the last search was for. */
  #from: unknown;
  #search = new AbortController();

  constructor(host: IssueHost, options: IssueOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    // While the page is being read, the children come after the element.
    this.#observer.observe(this.#host, CONTENT);
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    this.#search.abort();
    // Off the page nothing is searched; back on it, what was not found by then is searched again.
    if (!this.data && !this.#written) this.#from = undefined;
  }

  hostUpdate(): void {
    this.#follow();
  }

  /** The issue in a language, once it is there. */
  in(language: string): CardIssue | undefined {
    return this.#written ?? (this.data && cardIssue(this.data, language));
  }

  #follow(): void {
    const from = this.#source();
    if (from === this.#from || !this.#host.isConnected) return;
    this.#from = from;
    this.#search.abort();
    this.#search = new AbortController();
    void this.#find(this.#search.signal);
  }

  /** What tells one source from another. */
  #source(): unknown {
    const { issue, src } = this.#host;
    if (issue) return issue;
    return src ? `src ${src}` : `html ${this.#host.innerHTML}`;
  }

  async #find(signal: AbortSignal): Promise<void> {
    const { issue } = this.#host;
    const isBuiltIn = typeof issue === 'string' && issue !== '';
    const search = isBuiltIn ? this.#builtIn(issue) : this.#brought(signal);
    const [found] = await Promise.all([search, this.#options.loadFacts()]).catch(() => {
      const message =
        'a part of the script did not arrive. Check that all files of this version lie beside it.';
      return [{ code: 'issue-unreachable', message } as const];
    });
    if ('code' in found && found.code === 'no-issue') await pageIsRead();
    if (signal.aborted) return;

    this.data = 'data' in found ? found.data : undefined;
    this.#written = 'written' in found ? found.written : undefined;
    this.isMissing = 'code' in found;
    if ('code' in found) warn(this.#host, found.code, found.message);
    this.#host.requestUpdate();
  }

  async #builtIn(id: string): Promise<{ data: Issue } | { code: WarningCode; message: string }> {
    const issues = this.#options.builtIn();
    if (Object.hasOwn(issues, id)) return { data: await issues[id]!() };
    const known = Object.keys(issues).join(', ') || 'none';
    const message = `issue="${id}" is not built in (there are: ${known}). Correct it, or set src to the address of a file.`;
    return { code: 'issue-unknown', message };
  }

  async #brought(signal: AbortSignal) {
    const { broughtIssue } = await this.#options.importEngine();
    return broughtIssue(this.#host, signal);
  }
}

/** Until then, more may come between the tags. */
async function pageIsRead(): Promise<void> {
  if (document.readyState !== 'loading') return;
  await new Promise((resolve) =>
    document.addEventListener('DOMContentLoaded', resolve, { once: true }),
  );
}
