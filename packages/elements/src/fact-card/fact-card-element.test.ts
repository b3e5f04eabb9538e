import { expect, fixture, html } from '@open-wc/testing';
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
import { onPaper, resetMedia } from '../testing/engines.ts';
import { withoutIntersectionObserver } from '../testing/without-observer.ts';
import { FactCardElement } from './fact-card-element.ts';
import { english } from './messages/en.ts';
import { messages as spanish } from './messages/es.ts';

describe('<pro-kid-fact-card>', () => {
  it('shows the headline first, then what it is about and the other facts', async () => {
    const element = await cardFixture();
    expect(wordsOf(part(element, '.hero .told'))).to.equal('1 in 4 samples is blue');
    expect(wordsOf(part(element, '[part=summary]'))).to.equal('This is sample text.');
    expect(parts(element, '.facts li')).to.have.length(2);
    expect(parts(element, 'section').map(wordsOf)).to.deep.equal([
      'Background Sample background.',
      'Momentum Sample momentum.',
      'Pro-Kid® Policy Agenda Do this.',
    ]);
  });

  it('is in Spanish on a Spanish page, with its dates and its issue', async () => {
    const element = await cardFixture(fullIssue, { lang: 'es' });
    expect(wordsOf(part(element, '#title'))).to.equal('Un tema de muestra');
    expect(wordsOf(part(element, '.hero strong'))).to.equal('1 de cada 4');
    expect(wordsOf(part(element, '[part=fine]'))).to.equal('Actualizado: 23 de noviembre de 2026');
    expect(part(element, '.root').lang).to.equal('es');
  });

  it('says of an issue without a translation in what language it is', async () => {
    const element = await cardFixture(
      { ...fullIssue, title: { en: 'English only' } },
      { lang: 'es' },
    );
    expect(part(element, '.root').lang).to.equal('en');
    const plain = await cardFixture({ ...fullIssue, title: 'Plain' }, { lang: 'es' });
    expect(part(plain, '.root').hasAttribute('lang')).to.equal(false);
  });

  it('has every text in both languages, with the same places in it', () => {
    expect(Object.keys(spanish).sort()).to.deep.equal(Object.keys(english).sort());
    for (const [key, text] of Object.entries(english)) {
      const places = (words: string) => words.match(/\{\w+\}/g);
      expect(places(spanish[key as keyof typeof english]), key).to.deep.equal(places(text));
    }
  });

  it('names one source once, and different ones at each figure', async () => {
    const source = { name: 'Sample survey', url: 'https://example.org/survey', date: '2025-03-01' };
    const same = fullIssue.facts.map((fact) => ({ ...fact, source }));
    const one = await cardFixture({ ...fullIssue, facts: same });
    expect(parts(one, '[part=source]')).to.have.length(0);
    expect(wordsOf(part(one, '[part=fine]'))).to.equal(
      'Source: Sample survey (March 1, 2025) Updated November 23, 2026',
    );
    expect(part<HTMLAnchorElement>(one, '[part=fine] a').href).to.equal(source.url);

    const several = await cardFixture(fullIssue);
    expect(parts(several, '[part=source]').map(wordsOf)).to.deep.equal([
      'Source: Sample source (2026)',
      'Source: Sample source (February 28, 2026)',
      'As stated by the movement',
    ]);
    expect(wordsOf(part(several, '[part=fine]'))).to.equal('Updated November 23, 2026');
  });

  it('marks an example as one', async () => {
    const element = await cardFixture({ ...fullIssue, example: true });
    expect(wordsOf(part(element, '[part=example]'))).to.equal('Example');
    expect(parts(await cardFixture(), '[part=example]')).to.have.length(0);
  });

  it('takes a heading level, and sections follow it', async () => {
    const levels = (element: FactCardElement) =>
      parts(element, '[role=heading]').map(({ ariaLevel }) => ariaLevel);
    expect(levels(await cardFixture())).to.deep.equal(['3', '4', '4', '4']);
    expect(levels(await cardFixture(fullIssue, { 'heading-level': '2' }))).to.deep.equal([
      '2',
      '3',
      '3',
      '3',
    ]);
  });

  it('says what its issue is about, in its language', async () => {
    expect((await cardFixture()).topics).to.deep.equal(['Samples']);
    expect((await cardFixture(fullIssue, { lang: 'es' })).topics).to.deep.equal(['Muestras']);
    expect(document.createElement('pro-kid-fact-card').topics).to.deep.equal([]);
  });

  it('takes what was set before its definition', async () => {
    const element = document.createElement('late-card') as FactCardElement;
    element.issue = fullIssue;
    element.setAttribute('action-href', '/join');
    element.append(...nodes('<p>Fallback</p>'));
    await fixture(html`${element}`);
    expect(element.querySelector('p')!.getClientRects()).to.have.length(1);
    customElements.define('late-card', class extends FactCardElement {});
    await shown(element);
    expect(wordsOf(part(element, '#title'))).to.equal('A sample issue');
    expect(element.querySelector('p')!.getClientRects()).to.have.length(0);
  });

  it('is ready once, whatever changes later', async () => {
    let count = 0;
    const listen = () => count++;
    document.addEventListener('pro-kid-ready', listen);
    const element = await cardFixture();
    element.issue = { ...fullIssue, title: 'Another' };
    element.lang = 'es';
    await until(() => wordsOf(part(element, '#title')) === 'Another');
    document.removeEventListener('pro-kid-ready', listen);
    expect(count).to.equal(1);
  });

  it('stands alone beside another', async () => {
    const first = await cardFixture();
    const second = await cardFixture({ ...fullIssue, title: 'Second' }, { lang: 'es' });
    first.open = true;
    await first.updateComplete;
    expect(second.open).to.equal(false);
    expect(wordsOf(part(first, '#title'))).to.equal('A sample issue');
  });

  it('is hidden by the hidden attribute', async () => {
    const element = await cardFixture();
    element.hidden = true;
    expect(element.getClientRects()).to.have.length(0);
  });
});

describe('a card arrives when it is near', () => {
  const far = () => nodes('<div style="height: 5000px"></div>');

  /** A card with a page's length above it. */
  async function farCard(): Promise<FactCardElement> {
    scrollTo(0, 0);
    const page = document.createElement('div');
    page.append(...far());
    const element = await unreadyCard({}, nodes('<p>Fallback</p>'), page);
    element.issue = fullIssue;
    await frames();
    expect(element.shadowRoot === null).to.equal(true);
    return element;
  }

  it('and not before: until then, its fallback shows', async () => {
    const element = await farCard();
    expect(element.querySelector('p')!.getClientRects()).to.have.length(1);
    element.scrollIntoView();
    await shown(element);
  });

  it('or at once, where the page says so', async () => {
    const lazy = await farCard();
    const page = document.createElement('div');
    page.append(...far());
    await cardFixture(fullIssue, { loading: 'eager' }, page);
    expect(lazy.shadowRoot === null).to.equal(true);
  });

  it('or when the page is printed', async () => {
    const element = await farCard();
    dispatchEvent(new Event('beforeprint'));
    await shown(element);
  });

  it('or when what hides it goes', async () => {
    const page = document.createElement('div');
    page.hidden = true;
    const element = await unreadyCard({}, [], page);
    element.issue = fullIssue;
    await frames();
    expect(element.shadowRoot === null).to.equal(true);
    page.hidden = false;
    await shown(element);
  });

  it('wherever it is moved meanwhile', async () => {
    const element = await farCard();
    const near = document.createElement('div');
    document.body.prepend(near);
    near.append(element);
    await shown(element);
    near.remove();
  });

  it('and lets go of everything when it is removed before that', async () => {
    const element = await farCard();
    element.remove();
    dispatchEvent(new Event('beforeprint'));
    await frames();
    expect(element.shadowRoot === null).to.equal(true);
  });

  it('at once in a browser that cannot tell', async () => {
    await withoutIntersectionObserver(async () => {
      const page = document.createElement('div');
      page.append(...far());
      const element = await cardFixture(fullIssue, {}, page);
      expect(parts(element, '.waiting')).to.have.length(0);
    });
  });

  it('so that a page may hold hundreds of them', async () => {
    const page = document.createElement('div');
    const cards = Array.from({ length: 200 }, () => {
      const card = document.createElement('pro-kid-fact-card');
      card.issue = fullIssue;
      card.style.cssText = 'display: block; min-height: 600px';
      return card;
    });
    page.append(...cards);
    await fixture(html`${page}`);
    await shown(cards[0]!);
    await frames();
    expect(cards.filter(({ shadowRoot }) => shadowRoot).length).to.be.below(10);
  });
});

describe('a card on paper', () => {
  afterEach(resetMedia);

  it('has everything to read open, and nothing to press', async function () {
    const element = await cardFixture(fullIssue, { 'action-href': '/join' });
    await onPaper(this);
    // What was skipped comes back with the next frame.
    await until(() => part(element, '.agenda').checkVisibility({ contentVisibilityAuto: true }));
    expect(part(element, '.agenda').getBoundingClientRect().height).to.be.greaterThan(20);
    for (const control of parts(element, 'button, .act'))
      expect(control.getClientRects()).to.have.length(0);
  });
});
