import { html, nothing, type TemplateResult } from 'lit';
import type { FactCardMessages } from './messages/en.ts';
import type { PassOnController } from './pass-on-controller.ts';
import { copy, embedCode, pageAddress, type PassedOn } from './pass-on.ts';

/** The ways to pass a card on that this browser and this page have. */
export function menuItems(
  menu: PassOnController,
  texts: FactCardMessages,
  passedOn: PassedOn,
): TemplateResult {
  const { host, uncopied } = menu;
  const item = (text: string, onClick: () => Promise<void>) =>
    html`<button class="quiet" type="button" @click=${onClick}>${text}</button>`;
  return html`${
    typeof navigator.share === 'function'
      ? item(texts.shareWith, () => share(host, passedOn))
      : nothing
  }
  ${item(texts.copyLink, () => copyText(menu, pageAddress(host)))}
  ${
    passedOn.script
      ? item(texts.copyCard, () => copyText(menu, embedCode(host, passedOn)))
      : nothing
  }
  ${
    uncopied
      ? html`<textarea readonly rows="3" aria-labelledby="share" .value=${uncopied}></textarea>`
      : nothing
  }`;
}

async function share(host: Element, { shown, write }: PassedOn): Promise<void> {
  const { title, summary, facts } = shown;
  const [headline] = facts;
  const text = headline?.text.replace('{figure}', () => write(headline)) ?? summary;
  // The visitor may close the browser's own dialog, which is no failure.
  await navigator.share({ title, text, url: pageAddress(host) }).catch(() => undefined);
}

async function copyText(menu: PassOnController, text: string): Promise<void> {
  const isCopied = await copy(text);
  menu.say(isCopied ? 'copied' : 'notCopied', isCopied ? '' : text);
}
