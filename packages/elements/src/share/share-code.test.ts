import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import decode from 'qr/decode.js';
import { until } from '../testing/deck-fixture.ts';
import { dialogOf, part, shareFixture } from '../testing/share-fixture.ts';
import type { ShareElement } from './share-element.ts';

const settings = {
  url: 'https://kids.example/únete',
  campaign: 'sample',
  partner: 'first-steps',
};
const link =
  'https://kids.example/%C3%BAnete?utm_source=pro-kid-share&utm_medium=code&utm_campaign=sample&pro-kid-partner=first-steps';

async function open(element: ShareElement): Promise<HTMLDialogElement> {
  part(element, 'code').focus();
  await sendKeys({ press: 'Enter' });
  await until(() => dialogOf(element)?.open);
  return dialogOf(element)!;
}

/** What a phone reads from a drawing. */
async function scan(drawing: string): Promise<string> {
  const image = new Image(600, 600);
  image.src = `data:image/svg+xml,${encodeURIComponent(drawing)}`;
  await image.decode();
  const context = Object.assign(document.createElement('canvas'), {
    width: 600,
    height: 600,
  }).getContext('2d')!;
  context.fillStyle = '#888';
  context.fillRect(0, 0, 600, 600);
  context.drawImage(image, 0, 0, 600, 600);
  const { data, width, height } = context.getImageData(0, 0, 600, 600);
  return decode({ data, width, height });
}

describe('the QR code of <pro-kid-share>', () => {
  it('opens by key, is read as the link, and gives the focus back', async () => {
    const element = await shareFixture(settings);
    const channels: string[] = [];
    element.addEventListener('pro-kid-share', ({ channel }) => channels.push(channel));
    const dialog = await open(element);
    const drawing = new XMLSerializer().serializeToString(dialog.querySelector('svg')!);
    expect(await scan(drawing)).to.equal(link);
    expect(dialog.textContent).to.include(link);
    expect(channels).to.deep.equal(['code']);
    expect(dialog.contains(element.shadowRoot!.activeElement)).to.equal(true);
    await sendKeys({ press: 'Escape' });
    await until(() => !dialogOf(element));
    expect(element.shadowRoot!.activeElement).to.equal(part(element, 'code'));
  });

  it('is closed by its button, and can be opened again', async () => {
    const element = await shareFixture(settings);
    for (let time = 0; time < 2; time++) {
      const dialog = await open(element);
      [...dialog.querySelectorAll('button')].at(-1)!.click();
      await until(() => !dialogOf(element));
    }
  });

  it('is saved as a drawing that can be read, too', async () => {
    const dialog = await open(await shareFixture(settings));
    const save = dialog.querySelector('a')!;
    expect(save.download).to.equal('qr-sample.svg');
    const file = await (await fetch(save.href)).text();
    const parsed = new DOMParser().parseFromString(file, 'image/svg+xml');
    expect(parsed.querySelector('parsererror')).to.equal(null);
    expect(parsed.querySelector('title')!.textContent).to.equal('QR code');
    expect(parsed.querySelector('desc')!.textContent).to.equal(`It leads to ${link}`);
    expect(await scan(file)).to.equal(link);
  });

  it('is printed without the page around it', async () => {
    const dialog = await open(await shareFixture(settings));
    const printed: Document[] = [];
    const { append } = Element.prototype;
    // Each frame has a `print` of its own, which here notes what it would put on paper.
    Element.prototype.append = function (...nodes) {
      append.apply(this, nodes);
      for (const node of nodes) {
        if (!(node instanceof HTMLIFrameElement)) continue;
        const page = node.contentWindow!;
        page.print = () => {
          printed.push(page.document.cloneNode(true) as Document);
          page.dispatchEvent(new Event('afterprint'));
        };
      }
    };
    dialog.querySelector('button')!.click();
    Element.prototype.append = append;
    expect(printed).to.have.length(1);
    const [page] = printed as [Document];
    expect(page.body.textContent).to.include(link);
    expect(page.body.children).to.have.length(2);
    const drawing = new XMLSerializer().serializeToString(page.querySelector('svg')!);
    expect(await scan(drawing)).to.equal(link);
    expect(document.querySelector('body > iframe[aria-hidden]')).to.equal(null);
  });

  it('speaks the language of the element', async () => {
    const dialog = await open(await shareFixture({ ...settings, lang: 'es' }));
    expect(dialog.textContent).to.include('Apunte al código');
    expect(dialog.querySelector('desc')!.textContent).to.include('Lleva a https://');
  });

  it('goes with the element', async () => {
    const element = await shareFixture(settings);
    await open(element);
    const parent = element.parentElement!;
    element.remove();
    parent.append(element);
    await element.updateComplete;
    expect(dialogOf(element) === null).to.equal(true);
  });
});
