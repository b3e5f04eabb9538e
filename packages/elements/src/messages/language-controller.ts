import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { warn } from '../diagnostics/warn.ts';
import { directionOf } from './direction-of.ts';

type Host = ReactiveControllerHost & HTMLElement;

/** How to get the messages of a language that is not built in, by BCP 47 tag. */
export type LanguageLoaders<Messages> = Record<string, () => Promise<Messages>>;

/**
 * Keeps one element's messages in the language of its `lang`, else of the nearest `lang` around
 * it, else of the page; English where there are none in that language. Loads a language when
 * it is first used, and follows changes at run time.
 */
export class LanguageController<Messages> implements ReactiveController {
  messages: Messages;
  /** The language of `messages`: what the element's texts are marked with. */
  language = 'en';
  /** False while the first language is still on its way, so that no other one flashes up. */
  ready = false;

  readonly #host: Host;
  readonly #english: Messages;
  readonly #loaders: LanguageLoaders<Messages>;
  readonly #observer = new MutationObserver(() => void this.#follow());
  #wanted = '';

  constructor(host: Host, english: Messages, loaders: LanguageLoaders<Messages>) {
    this.#host = host;
    this.#english = this.messages = english;
    this.#loaders = loaders;
    host.addController(this);
  }

  hostConnected(): void {
    const observed = { attributes: true, attributeFilter: ['lang'], subtree: true };
    for (const root of rootsAround(this.#host)) this.#observer.observe(root, observed);
    void this.#follow();
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  async #follow(): Promise<void> {
    const wanted = this.#supported(nearestLanguage(this.#host));
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;

    let messages = this.#english;
    let language = 'en';
    const load = this.#loaders[wanted];
    if (load) {
      try {
        messages = await load();
        language = wanted;
      } catch {
        warn(
          this.#host,
          'language-failed',
          `the texts in "${wanted}" could not be loaded, so they are in English. Put the languages folder beside the script.`,
        );
      }
    }
    if (wanted !== this.#wanted) return;
    this.messages = messages;
    this.language = language;
    this.ready = true;
    this.#host.requestUpdate();
  }

  /** How numbers are written: as in the page's region where it names one, else as in the US. */
  get locale(): string {
    const tag = nearestLanguage(this.#host);
    return primaryOf(tag) === this.language && isKnown(tag) ? tag : `${this.language}-US`;
  }

  get direction(): 'ltr' | 'rtl' {
    return directionOf(this.language);
  }

  /** `es` for `es-MX`, and `en` for what there is no translation of. */
  #supported(tag: string): string {
    const primary = primaryOf(tag);
    return Object.hasOwn(this.#loaders, primary) ? primary : 'en';
  }
}

function* rootsAround(element: Element): Generator<Node> {
  let root = element.getRootNode();
  yield root;
  while (root instanceof ShadowRoot) yield (root = root.host.getRootNode());
}

/** The language of the page around an element, also from inside a shadow root; empty where it says none. */
export function nearestLanguage(element: Element): string {
  let inside: Element | undefined = element;
  while (inside) {
    const found: HTMLElement | null = inside.closest<HTMLElement>('[lang]');
    if (found) return found.lang;
    const root: Node = inside.getRootNode();
    inside = root instanceof ShadowRoot ? root.host : undefined;
  }
  return '';
}

const primaryOf = (tag: string) => tag.toLowerCase().split('-')[0]!;

/** Whether `Intl` takes a tag with a region in it; a page may say anything. */
function isKnown(tag: string): boolean {
  try {
    return tag.includes('-') && Intl.NumberFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}
