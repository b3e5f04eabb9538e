import { html, nothing, unsafeCSS } from 'lit';
import { warn } from '../diagnostics/warn.ts';
import { webLink } from '../form/web-link.ts';
import { LanguageController } from '../messages/language-controller.ts';
import { ReadyEvent } from '../ready/ready.event.ts';
import { copy } from '../sharing/copy.ts';
import { pageAddress } from '../sharing/page-address.ts';
import { canShareNatively, shareNatively } from '../sharing/share-natively.ts';
import { StyledElement } from '../theme/styled-element.ts';
import { themeStyles } from '../theme/theme.styles.ts';
import { version } from '../version.ts';
import { serviceAddress, serviceNames, services, type Channel, type Service } from './channels.ts';
import type * as Code from './code.ts';
import { english, type ShareMessages } from './messages/en.ts';
import { ShareEvent } from './share.events.ts';
import { shareStyles } from './share.styles.ts';
import { sharedLink } from './shared-link.ts';

/** What became of the visitor's last choice, where there is something to say. */
type Said = 'copied' | 'notCopied' | 'failed' | '';

/**
 * The ways to pass a page on: the browser's own dialog, a copied link, a QR code, and plain links to
 * services. Nothing is loaded from a service, and nothing of the visitor is shared.
 *
 * @fires {ShareEvent} pro-kid-share - the visitor shares the link
 * @fires {ReadyEvent} pro-kid-ready - once, when the element can be used
 * @slot - what stands there until the script arrives
 */
export class ShareElement extends StyledElement {
  static readonly version = version;
  static override styles = [themeStyles, shareStyles];

  static override properties = {
    url: {},
    text: {},
    campaign: {},
    partner: {},
  };

  /** The address to share; without it, that of the page. */
  declare url: string;
  /** What is written beside the link; the visitor can change it. */
  declare text: string;
  /** The campaign's id, which the link carries as `utm_campaign`. */
  declare campaign: string;
  /** The partner's id, which the link carries as `pro-kid-partner`. */
  declare partner: string;

  readonly #language = new LanguageController<ShareMessages>(this, english, {
    es: async () => (await import('./messages/es.ts')).messages,
  });
  #said: Said = '';
  /** The QR code, while it is on show. */
  #dialog: HTMLDialogElement | undefined;
  #isStyledForCode = false;
  #isReady = false;

  constructor() {
    super();
    this.url = this.text = this.campaign = this.partner = '';
  }

  override disconnectedCallback(): void {
    this.#dialog = undefined;
    this.requestUpdate();
    super.disconnectedCallback();
  }

  protected override updated(): void {
    if (this.#dialog && !this.#dialog.open) this.#dialog.showModal();
    if (this.#isReady || !this.#language.ready || !this.isConnected) return;
    this.#isReady = true;
    this.dispatchEvent(new ReadyEvent());
  }

  protected override render() {
    const { language, direction, messages: texts, ready } = this.#language;
    if (!ready) return html`<slot></slot>`;
    return html`<div class="root" lang=${language} dir=${direction}>
      <div class="layout" part="share" role="group" aria-label=${texts.label}>
        ${this.#actions(texts)}
        <ul part="links">
          ${services.map((service) => this.#link(service, texts))}
        </ul>
        ${this.#notice(texts)}
      </div>
      ${this.#dialog ?? nothing}
      <div class="visually-hidden" role="status">${this.#said && texts[this.#said]}</div>
    </div>`;
  }

  #actions(texts: ShareMessages) {
    const isNative = canShareNatively();
    const isCopied = this.#said === 'copied';
    return html`<div part="actions">
      ${
        isNative
          ? html`<button class="act" part="native" type="button" @click=${this.#onNative}>
              ${drawing('M10 12V2.5m0 0L6.5 6M10 2.5 13.5 6M4 10v6.5h12V10')}${texts.native}
            </button>`
          : nothing
      }
      <button class=${isNative ? nothing : 'act'} part="copy" type="button" @click=${this.#onCopy}>
        ${drawing(
          isCopied
            ? 'm4 10.5 4 4 8-9'
            : 'm8.5 11.5 3-3M9.5 6l2-2a3.2 3.2 0 0 1 4.5 4.5l-2 2M10.5 14l-2 2A3.2 3.2 0 0 1 4 11.5l2-2',
        )}${isCopied ? texts.copied : texts.copy}
      </button>
      <button class="quiet" part="code" type="button" aria-haspopup="dialog" @click=${this.#onCode}>
        ${drawing('M3 3h5v5H3zM12 3h5v5h-5zM3 12h5v5H3zM12 12h1.5M16.5 12v2M12 16.5h1.5M16.5 17')}${texts.code}
      </button>
    </div>`;
  }

  #link(service: Service, texts: ShareMessages) {
    const isPage = service in serviceNames;
    const names: Record<Service, string> = { ...texts, ...serviceNames };
    return html`<li>
      <a
        part="link"
        href=${serviceAddress(service, this.text, this.#linkFor(service))}
        target=${isPage ? '_blank' : nothing}
        rel="noopener noreferrer"
        @click=${() => this.dispatchEvent(new ShareEvent(service))}
        >${names[service]}${
          isPage ? html`<span class="visually-hidden"> ${texts.newTab}</span>` : nothing
        }</a
      >
    </li>`;
  }

  /** What is left to be done by hand, or cannot be done now. */
  #notice(texts: ShareMessages) {
    if (this.#said === '' || this.#said === 'copied') return nothing;
    return html`<div part="notice">
      <span aria-hidden="true">${texts[this.#said]}</span>
      ${
        this.#said === 'notCopied'
          ? html`<textarea
              readonly
              rows="3"
              aria-label=${texts.link}
              .value=${this.#linkFor('copy')}
              @focus=${({ target }: Event) => (target as HTMLTextAreaElement).select()}
            ></textarea>`
          : nothing
      }
    </div>`;
  }

  #linkFor(channel: Channel): string {
    const { campaign, partner } = this;
    const url = webLink(this.url);
    if (this.url && !url) {
      warn(
        this,
        'share-url',
        `url="${this.url}" is no web address, so the page's own is shared. Set an https:// address.`,
      );
    }
    return sharedLink({ url: url ?? pageAddress(), campaign, partner }, channel);
  }

  #say(said: Said): void {
    this.#said = said;
    this.requestUpdate();
  }

  readonly #onNative = async (): Promise<void> => {
    this.#say('');
    const url = this.#linkFor('native');
    const isShared = await shareNatively({ ...(this.text && { text: this.text }), url });
    if (isShared) this.dispatchEvent(new ShareEvent('native'));
  };

  readonly #onCopy = async (): Promise<void> => {
    const isCopied = await copy(this.#linkFor('copy'));
    this.#say(isCopied ? 'copied' : 'notCopied');
    if (isCopied) this.dispatchEvent(new ShareEvent('copy'));
  };

  readonly #onCode = async (): Promise<void> => {
    this.#say('');
    try {
      this.#showCode(await import('./code.ts'));
      this.dispatchEvent(new ShareEvent('code'));
    } catch {
      warn(
        this,
        'code-failed',
        'what draws QR codes did not arrive. Check that all files of this version lie beside the script.',
      );
      this.#say('failed');
    }
  };

  #showCode({ codeDialog, codeStyles }: typeof Code): void {
    if (!this.#isStyledForCode) this.addStyles(unsafeCSS(codeStyles));
    this.#isStyledForCode = true;
    const name = `qr-${this.campaign || 'code'}`;
    const dialog = codeDialog(this.#linkFor('code'), this.#language.messages, name);
    dialog.addEventListener('close', () => {
      this.#dialog = undefined;
      this.requestUpdate();
    });
    this.#dialog = dialog;
    this.requestUpdate();
  }
}

const drawing = (path: string) =>
  html`<svg viewBox="0 0 20 20" aria-hidden="true"><path d=${path} /></svg>`;
