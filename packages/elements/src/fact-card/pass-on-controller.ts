import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { Issue } from '@pro-kid/contract';
import type { engine as Engine } from './fact-card-engine.ts';
import type { FactCardMessages } from './messages/en.ts';
import type { PassedOn } from './pass-on.ts';

interface Host extends HTMLElement {
  issue: string | Issue | null;
  src: string;
  partner: string;
  addController(controller: ReactiveController): void;
  requestUpdate(): void;
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** The small menu with which a visitor shares a card, or takes it along to a site of their own. */
export class PassOnController implements ReactiveController {
  readonly host: Host;
  /** What became of the visitor's last choice. */
  said: 'copied' | 'notCopied' | 'offline' | '' = '';
  /** What could not be copied, so that the visitor can do it by hand. */
  uncopied = '';
  readonly #importEngine: () => Promise<typeof Engine>;
  #engine: typeof Engine | undefined;
  #isOpen = false;

  constructor(host: Host, importEngine: () => Promise<typeof Engine>) {
    this.host = host;
    this.#importEngine = importEngine;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#set(false);
  }

  say(said: PassOnController['said'], uncopied = ''): void {
    this.said = said;
    this.uncopied = uncopied;
    this.host.requestUpdate();
  }

  /** The button that opens the menu. */
  button(texts: FactCardMessages): TemplateResult {
    return html`<button
      class="quiet"
      id="share"
      part="share"
      type="button"
      aria-expanded=${this.#isOpen}
      aria-controls="menu"
      @click=${() => this.#set(!this.#isOpen)}
    >
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path d="M10 12V2.5m0 0L6.5 6M10 2.5 13.5 6M4 10v6.5h12V10" /></svg
      >${texts.share}
    </button>`;
  }

  /** What can be done; a group of buttons below the one that opens it. */
  menu(texts: FactCardMessages, passedOn: PassedOn): TemplateResult {
    return html`<div
      id="menu"
      part="menu"
      role="group"
      aria-labelledby="share"
      ?hidden=${!this.#isOpen}
      @keydown=${this.#onKey}
    >
      ${this.#isOpen ? (this.#engine?.menuItems(this, texts, passedOn) ?? nothing) : nothing}
      ${this.said ? html`<span class="said" aria-hidden="true">${texts[this.said]}</span>` : nothing}
    </div>`;
  }

  #set(isOpen: boolean): void {
    this.#isOpen = isOpen;
    this.say('');
    if (isOpen) void this.#load();
  }

  /** Before the visitor chooses: browsers copy and share only right after a click. */
  async #load(): Promise<void> {
    try {
      this.#engine ??= await this.#importEngine();
      this.host.requestUpdate();
    } catch {
      this.say('offline');
    }
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.#set(false);
    this.host.renderRoot.querySelector<HTMLElement>('#share')?.focus();
  };
}
