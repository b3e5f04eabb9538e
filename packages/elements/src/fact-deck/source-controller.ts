import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { warn } from '../diagnostics/warn.ts';
import type { engine as Engine } from './fact-deck-engine.ts';
import type { DeckFile } from './read-deck.ts';

export interface SourceHost extends ReactiveControllerHost, HTMLElement {
  src: string;
}

/** Gets the file at a deck's `src`. Without a good one, the integrator is told why. */
export class SourceController implements ReactiveController {
  /** The file; undefined while it is on its way, and where there is none. */
  file: DeckFile | undefined;
  /** Whether a file is on its way. */
  isLoading = false;

  readonly #host: SourceHost;
  #src = '';
  #request: AbortController | undefined;

  constructor(host: SourceHost) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    const { src } = this.#host;
    if (src === this.#src) return;
    this.#src = src;
    this.file = undefined;
    this.isLoading = src !== '';
    this.#request?.abort();
    if (src) void this.#follow(src);
  }

  async #follow(src: string): Promise<void> {
    const { signal } = (this.#request = new AbortController());
    const file = await this.#load(src, signal);
    if (signal.aborted) return;
    this.file = file;
    this.isLoading = false;
    this.#host.requestUpdate();
  }

  async #load(src: string, signal: AbortSignal): Promise<DeckFile | undefined> {
    let file: DeckFile | { fault: string };
    try {
      const engine: typeof Engine = await importEngine();
      const text = await engine.fetchText(src, signal, LONGEST).catch((error: Error) => error);
      if (signal.aborted) return undefined;
      if (typeof text !== 'string') {
        const message = `the file at src="${src}" cannot be had: ${text.message}.`;
        return this.#tell('deck-unreachable', message);
      }
      file = await engine.readDeck(JSON.parse(text), new URL(src, document.baseURI).href);
    } catch (error) {
      if (error instanceof SyntaxError) {
        const message = `src="${src}" is no JSON: ${error.message}. Correct it with a JSON editor.`;
        return this.#tell('deck-invalid', message);
      }
      return this.#tell(
        'deck-unreachable',
        'a part of the script did not arrive. Check that all files of this version lie beside it.',
      );
    }
    if (!('fault' in file)) return file;
    return this.#tell(
      'deck-invalid',
      `src="${src}" is no deck: ${file.fault}. Write { "issues": [ … ] }.`,
    );
  }

  #tell(code: 'deck-unreachable' | 'deck-invalid', message: string): undefined {
    warn(this.#host, code, message);
  }
}

const importEngine = async () => (await import('./fact-deck-engine.ts')).engine;

/** In characters: a few hundred issues. */
const LONGEST = 1_048_576;
