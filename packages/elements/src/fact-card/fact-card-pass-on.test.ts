import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import {
  cardFixture,
  frames,
  fullIssue,
  nodes,
  part,
  parts,
  shown,
  unreadyCard,
  until,
  wordsOf,
} from '../testing/card-fixture.ts';
import { FactCardElement } from './fact-card-element.ts';

const focused = (element: FactCardElement) => element.shadowRoot!.activeElement;

describe('the menu to pass a card on', () => {
  const share = (element: FactCardElement) => part<HTMLButtonElement>(element, '#share');
  const items = (element: FactCardElement) => parts<HTMLButtonElement>(element, '#menu button');
  const status = (element: FactCardElement) => wordsOf(part(element, '[role=status]'));

  /** What the page may ask of the browser, for one test. */
  function stand<Key extends 'clipboard' | 'share'>(name: Key, value: unknown): () => void {
    Object.defineProperty(navigator, name, { configurable: true, value });
    return () => Reflect.deleteProperty(navigator, name);
  }
  let undo: (() => void)[] = [];
  let copied: string[] = [];
  beforeEach(() => {
    copied = [];
    undo = [stand('clipboard', { writeText: async (text: string) => void copied.push(text) })];
    FactCardElement.script = 'https://widgets.example/fact-card.js';
  });
  afterEach(() => {
    for (const each of undo) each();
    FactCardElement.script = '';
  });

  async function open(element: FactCardElement): Promise<HTMLButtonElement[]> {
    share(element).focus();
    await sendKeys({ press: 'Enter' });
    await until(() => items(element).length > 0);
    return items(element);
  }

  it('opens and closes by key, and gives the focus back', async () => {
    const element = await cardFixture();
    expect(part(element, '#menu').getClientRects()).to.have.length(0);
    const [first] = await open(element);
    expect(share(element).ariaExpanded).to.equal('true');
    await sendKeys({ press: 'Tab' });
    expect(focused(element)).to.equal(first);
    await sendKeys({ press: 'Escape' });
    await element.updateComplete;
    expect(focused(element)).to.equal(share(element));
    expect(share(element).ariaExpanded).to.equal('false');
    expect(part(element, '#menu').getClientRects()).to.have.length(0);
  });

  it('copies the address of the card, without what a visitor’s own address holds', async () => {
    const element = await cardFixture(fullIssue, { id: 'my-card' });
    const [copyLink] = await open(element);
    const region = part(element, '[role=status]');
    expect(status(element)).to.equal('');
    copyLink!.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => copied.length === 1);
    expect(copied).to.deep.equal([`${location.origin}${location.pathname}#my-card`]);
    await until(() => status(element) === 'Copied.');
    expect(part(element, '[role=status]')).to.equal(region);
    expect(focused(element)).to.equal(copyLink);
  });

  it('takes the page’s canonical address', async () => {
    const [link] = nodes('<link rel="canonical" href="https://site.example/page#part">') as [
      Element,
    ];
    document.head.append(link);
    const element = await cardFixture(fullIssue, { id: 'card' });
    const [copyLink] = await open(element);
    copyLink!.click();
    await until(() => copied.length === 1);
    expect(copied).to.deep.equal(['https://site.example/page#card']);
    link.remove();
  });

  /** The card that another site gets, with the page that it comes from. */
  async function copiedCard(
    element: FactCardElement,
  ): Promise<{ code: string; copy: Element; script: HTMLScriptElement }> {
    const all = await open(element);
    all.at(-1)!.click();
    await until(() => copied.length === 1);
    const [code] = copied as [string];
    const template = document.createElement('template');
    template.innerHTML = code;
    return {
      code,
      script: template.content.querySelector('script')!,
      copy: template.content.querySelector('pro-kid-fact-card')!,
    };
  }

  it('copies the card for another site, with the partner’s id and a fallback', async () => {
    const element = await cardFixture(fullIssue, { partner: 'first-steps' });
    const { copy, script } = await copiedCard(element);
    expect(script.src).to.equal('https://widgets.example/fact-card.js');
    expect(copy.getAttribute('partner')).to.equal('first-steps');
    expect(JSON.parse(copy.querySelector('script')!.textContent)).to.deep.equal(fullIssue);
    expect(copy.querySelector('h3')!.textContent).to.equal('A sample issue');
    expect(wordsOf(copy.querySelector('p')!)).to.equal('1 in 4 samples is blue');
  });

  it('copies where an issue is instead of the issue', async () => {
    class Sharing extends FactCardElement {
      static override issues = { sample: () => Promise.resolve(fullIssue) };
      static override script = 'https://widgets.example/fact-card.js';
    }
    customElements.define('sharing-card', Sharing);
    const element = document.createElement('sharing-card') as Sharing;
    element.setAttribute('issue', 'sample');
    document.body.append(element);
    await shown(element);
    const { copy } = await copiedCard(element);
    expect(copy.getAttribute('issue')).to.equal('sample');
    expect(copy.querySelector('script')).to.equal(null);
    element.remove();
  });

  it('copies a card that is plain HTML, and it is the same card', async () => {
    const element = await unreadyCard(
      {},
      nodes(
        '<h3>Title &amp; more</h3><p><data value="3/5" title="samples">three</data> samples</p><p>Summary</p><p>Background</p><blockquote>Ask</blockquote>',
      ),
    );
    await shown(element);
    const { copy } = await copiedCard(element);
    const second = await unreadyCard({}, [...copy.childNodes]);
    await shown(second);
    const said = (card: FactCardElement) =>
      parts(card, '#title, .figure, [part=summary], section').map(wordsOf);
    expect(said(second)).to.deep.equal(said(element));
  });

  it('copies no markup out of a text', async () => {
    const attack = '</script><img src=x onerror="alert(1)">';
    const element = await cardFixture(
      { ...fullIssue, title: attack, summary: attack },
      { partner: '"><i>' },
    );
    const { copy, code } = await copiedCard(element);
    expect(copy.querySelector('img, i')).to.equal(null);
    expect(copy.querySelector('h3')!.textContent).to.equal(attack);
    expect(copy.getAttribute('partner')).to.equal('"><i>');
    expect(code.match(/<\/script>/g)).to.have.length(2);
  });

  it('offers no copy of the card where there is no script for it', async () => {
    FactCardElement.script = '';
    expect((await open(await cardFixture())).map(wordsOf)).not.to.include(
      'Copy this card for your site',
    );
  });

  it('shows what could not be copied', async () => {
    undo.push(stand('clipboard', undefined));
    const element = await cardFixture();
    const [copyLink] = await open(element);
    copyLink!.click();
    await until(() => parts(element, 'textarea').length > 0);
    expect(part<HTMLTextAreaElement>(element, 'textarea').value).to.include(location.pathname);
    expect(status(element)).to.equal('Your browser did not let us copy it.');
  });

  it('shares by the browser’s own dialog where there is one, and takes no for an answer', async () => {
    const shared: ShareData[] = [];
    undo.push(
      stand('share', (data: ShareData) => {
        shared.push(data);
        return Promise.reject(new DOMException('No', 'AbortError'));
      }),
    );
    const element = await cardFixture();
    const [first] = await open(element);
    expect(wordsOf(first!)).to.equal('Share…');
    first!.click();
    await frames();
    expect(shared).to.deep.equal([
      {
        title: 'A sample issue',
        text: '1 in 4 samples is blue',
        url: location.origin + location.pathname,
      },
    ]);
    expect(status(element)).to.equal('');
  });
});
