import { html, nothing, type TemplateResult } from 'lit';
import { copy } from '../sharing/copy.ts';
import { pageAddress } from '../sharing/page-address.ts';
import { canShareNatively, shareNatively } from '../sharing/share-natively.ts';
import type { FactCardMessages } from './messages/en.ts';
import type { PassOnController } from './pass-on-controller.ts';
import { embedCode, type PassedOn } from './pass-on.ts';

/** The ways to pass a card on that this browser and this page have. */
export function menuItems(
  menu: PassOnController,
  texts: FactCardMessages,
  passedOn: PassedOn,
): TemplateResult {
  const { host, uncopied } = menu;
  const item = (text: string, onClick: () => Promise<void>) =>
    html`<button class="quiet" type="button" @click=${onClick}>${text}</button>`;
  return html`${canShareNatively() ? item(texts.shareWith, () => share(host, passedOn)) : nothing}
  ${item(texts.copyLink, () => copyText(menu, pageAddress(host.id)))}
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
  await shareNatively({ title, text, url: pageAddress(host.id) });
}

async function copyText(menu: PassOnController, text: string): Promise<void> {
  const isCopied = await copy(text);
  menu.say(isCopied ? 'copied' : 'notCopied', isCopied ? '' : text);
}
