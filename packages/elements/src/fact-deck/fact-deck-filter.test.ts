import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import {
  all,
  cardsOf,
  choose,
  countText,
  deckFixture,
  fourIssues,
  nextOwn,
  sampleIssue,
  scrollThrough,
  titles,
  until,
} from '../testing/deck-fixture.ts';

const focused = (element: Element) => element.shadowRoot!.activeElement as HTMLInputElement | null;

describe('the filter of a deck', () => {
  it('offers the topics there are, in order, each once', async () => {
    const element = await deckFixture(fourIssues());
    expect(all(element, 'label').map(({ textContent }) => textContent.trim())).to.deep.equal([
      'All',
      'Health',
      'Housing',
    ]);
    expect(countText(element)).to.equal('4 issues');
  });

  for (const [title, issues] of [
    ['no topic', [sampleIssue(1), sampleIssue(2)]],
    ['one topic', [sampleIssue(1, 'Health'), sampleIssue(2, 'Health')]],
  ] as const) {
    it(`is not there where there is ${title}`, async () => {
      const element = await deckFixture(issues);
      expect(all(element, 'fieldset, [role=status]')).to.have.length(0);
    });
  }

  it('comes with a card that brings a second topic', async () => {
    const element = await deckFixture([sampleIssue(1, 'Health')]);
    element.append(...cardsOf([sampleIssue(2, 'Housing')]));
    await until(() => all(element, 'fieldset').length === 1);
  });

  it('shows the cards of a topic at a click, counts them politely, and keeps the focus', async () => {
    const element = await deckFixture(fourIssues());
    const status = all(element, '[role=status]')[0]!;
    const { left, top } = all(element, 'label')[2]!.getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(left + 20), Math.round(top + 20)] });
    await element.updateComplete;
    expect(titles(element)).to.deep.equal(['Sample 2', 'Sample 4']);
    expect(countText(element)).to.equal('2 of 4 issues');
    expect(all(element, '[role=status]')[0] === status).to.equal(true);
    expect(focused(element)!.value).to.equal('Housing');

    await choose(element, 'All');
    expect(titles(element)).to.have.length(4);
    expect(countText(element)).to.equal('4 issues');
  });

  it('is one stop for the Tab key, and changes by arrow keys', async () => {
    const element = await deckFixture(fourIssues());
    const before = document.createElement('button');
    element.before(before);
    before.focus();
    await sendKeys({ press: 'Tab' });
    expect(focused(element)!.value).to.equal('');
    await sendKeys({ press: 'ArrowRight' });
    await element.updateComplete;
    expect(focused(element)!.value).to.equal('Health');
    expect(titles(element)).to.deep.equal(['Sample 1', 'Sample 3']);
    await sendKeys({ press: 'Tab' });
    expect(focused(element) === null, 'inside the first card').to.equal(true);
    expect(document.activeElement === element.children[0]).to.equal(true);
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ up: 'Shift' });
    expect(focused(element)!.value).to.equal('Health');
  });

  it('keeps a card whose topics nobody knows yet, until it has said them', async () => {
    const element = document.createElement('pro-kid-fact-deck');
    element.style.width = '300px';
    const issues = Array.from({ length: 24 }, (_, index) =>
      sampleIssue(index + 1, index % 2 ? 'Housing' : 'Health'),
    );
    element.append(...cardsOf(issues));
    const ready = nextOwn(element);
    await fixture(html`${element}`);
    await ready;
    await until(() => all(element, 'fieldset').length === 1);
    const before = titles(element).filter(Boolean).length;
    expect(before).to.be.below(24);
    await choose(element, 'Housing');
    await scrollThrough(element);
    expect(titles(element)).to.have.length(12);
    expect(countText(element)).to.equal('12 of 24 issues');
  });

  it('takes the word of the page for topics, before a card has loaded', async () => {
    const element = document.createElement('pro-kid-fact-deck');
    const cards = cardsOf(Array.from({ length: 40 }, (_, index) => sampleIssue(index + 1)));
    cards.forEach((card, index) =>
      card.setAttribute('topics', index ? 'Health, Food ' : 'Housing'),
    );
    element.append(...cards);
    const ready = nextOwn(element);
    await fixture(html`${element}`);
    await ready;
    expect(all(element, 'label').map(({ textContent }) => textContent.trim())).to.deep.equal([
      'All',
      'Housing',
      'Health',
      'Food',
    ]);
    await choose(element, 'Food');
    expect(countText(element)).to.equal('39 of 40 issues');
    cards[0]!.setAttribute('topics', 'Food');
    await until(() => countText(element) === '40 of 40 issues');
  });

  it('goes back to all when its topic is no longer there', async () => {
    const element = await deckFixture([...fourIssues(), sampleIssue(5, 'Food')]);
    await choose(element, 'Food');
    expect(titles(element)).to.deep.equal(['Sample 5']);
    element.lastElementChild!.remove();
    await until(() => all(element, 'label').length === 3);
    expect(titles(element)).to.have.length(4);
    expect(all<HTMLInputElement>(element, 'input')[0]!.checked).to.equal(true);
  });

  it('counts in Spanish', async () => {
    const element = await deckFixture(fourIssues(), { lang: 'es' });
    await until(() => all(element, 'label')[1]?.textContent.trim() === 'Salud');
    await choose(element, 'Salud');
    expect(countText(element)).to.equal('2 de 4 temas');
  });
});
