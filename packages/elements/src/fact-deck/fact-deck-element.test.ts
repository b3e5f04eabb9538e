import { expect, fixture, html } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import {
  all,
  cardsOf,
  choose,
  deckFixture,
  fourIssues,
  nextOwn,
  sampleIssue,
  titles,
  until,
} from '../testing/deck-fixture.ts';
import { needsChromium } from '../testing/engines.ts';
import { nextEvent, warningsDuring } from '../testing/join-fixture.ts';
import type { FactDeckElement } from './fact-deck-element.ts';

interface Node {
  role: string;
  name?: string;
  children?: Node[];
}

const flatten = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(flatten)];

/** The list as assistive technology meets it: its name, and the heading in each of its items. */
async function exposedList(test: Mocha.Context) {
  needsChromium(test, 'the accessibility tree');
  const nodes = flatten(await executeServerCommand<Node, undefined>('accessibility-tree'));
  const list = nodes.find(({ role }) => role === 'list')!;
  return {
    name: list.name,
    items: (list.children ?? [])
      .filter(({ role }) => role === 'listitem')
      .map((item) => flatten(item).find(({ role }) => role === 'heading')?.name),
  };
}

describe('<pro-kid-fact-deck>', () => {
  it('shows the cards between its tags, in their order', async () => {
    const element = await deckFixture(fourIssues());
    expect(titles(element)).to.deep.equal(['Sample 1', 'Sample 2', 'Sample 3', 'Sample 4']);
    expect(all(element, '.item')).to.have.length(4);
  });

  it('is a list with a name and an item for each card, also to those who do not see it', async function () {
    const element = await deckFixture(fourIssues());
    expect(await exposedList(this)).to.deep.equal({
      name: 'Issues',
      items: ['Sample 1', 'Sample 2', 'Sample 3', 'Sample 4'],
    });
    await choose(element, 'Housing');
    expect(await exposedList(this)).to.deep.equal({
      name: 'Issues',
      items: ['Sample 2', 'Sample 4'],
    });
  });

  it('takes another name for the list, and says it in Spanish', async function () {
    const element = await deckFixture(fourIssues(), { label: 'What kids need' });
    expect((await exposedList(this)).name).to.equal('What kids need');
    element.label = '';
    element.lang = 'es';
    await until(() => all(element, '.list')[0]!.ariaLabel === 'Temas');
    await until(() => titles(element)[0] === 'Muestra 1');
    expect(all(element, 'label').map(({ textContent }) => textContent.trim())).to.deep.equal([
      'Todos',
      'Salud',
      'Vivienda',
    ]);
  });

  it('changes nothing on the cards of the page', async () => {
    const element = await deckFixture(fourIssues());
    await choose(element, 'Housing');
    for (const card of element.children) expect(card.getAttributeNames()).to.deep.equal([]);
  });

  it('is ready once, and tells it from its cards', async () => {
    let count = 0;
    const element = document.createElement('pro-kid-fact-deck');
    element.append(...cardsOf(fourIssues()));
    element.addEventListener(
      'pro-kid-ready',
      ({ target }) => (count += Number(target === element)),
    );
    await fixture(html`${element}`);
    await until(() => titles(element).filter(Boolean).length === 4);
    element.append(...cardsOf([sampleIssue(5)]));
    await until(() => titles(element).filter(Boolean).length === 5);
    expect(count).to.equal(1);
  });

  it('is not ready when only a card is', async () => {
    const element = document.createElement('pro-kid-fact-deck');
    const own = nextOwn(element);
    element.append(...cardsOf(fourIssues()));
    await fixture(html`${element}`);
    const { target, bubbles, composed } = await own;
    expect(target).to.equal(element);
    expect({ bubbles, composed }).to.deep.equal({ bubbles: true, composed: true });
  });

  describe('cards that come and go', () => {
    it('follows cards that are added, moved and removed', async () => {
      const element = await deckFixture(fourIssues());
      const [first] = element.children;
      element.append(...cardsOf([sampleIssue(5)]));
      await until(() => titles(element).at(-1) === 'Sample 5');

      element.append(first!);
      await until(() => titles(element)[0] === 'Sample 2');
      expect(titles(element).at(-1)).to.equal('Sample 1');

      first!.remove();
      await until(() => all(element, '.item').length === 4);
      expect(titles(element)).to.deep.equal(['Sample 2', 'Sample 3', 'Sample 4', 'Sample 5']);
      expect(first!.assignedSlot === null).to.equal(true);
    });

    it('leaves out a card that the page hides', async () => {
      const element = await deckFixture(fourIssues());
      (element.children[1] as HTMLElement).hidden = true;
      await until(() => all(element, '.item').length === 3);
      expect(titles(element)).to.deep.equal(['Sample 1', 'Sample 3', 'Sample 4']);
      (element.children[1] as HTMLElement).hidden = false;
      await until(() => titles(element)[1] === 'Sample 2');
    });

    it('takes a card that becomes one later', async () => {
      const element = await deckFixture(fourIssues().slice(0, 1));
      const template = document.createElement('template');
      template.innerHTML = '<pro-kid-fact-card></pro-kid-fact-card>';
      const card = template.content.firstElementChild as HTMLElement;
      Object.assign(card, { issue: sampleIssue(9) });
      element.append(card);
      await until(() => titles(element)[1] === 'Sample 9');
    });

    it('gives a card to another deck', async () => {
      const [first, second] = await Promise.all([
        deckFixture(fourIssues()),
        deckFixture(fourIssues().slice(0, 1)),
      ]);
      const [card] = first.children;
      second.append(card!);
      await until(() => all(second, '.item').length === 2);
      expect(all(first, '.item')).to.have.length(3);
      await until(() => titles(second)[1] === 'Sample 1');
    });

    it('keeps what else the page has between the tags', async () => {
      const element = await fixture<FactDeckElement>(
        html`<pro-kid-fact-deck><p>Words of the page</p></pro-kid-fact-deck>`,
      );
      expect(element.querySelector('p')!.getClientRects()).to.have.length(1);
      element.append(...cardsOf(fourIssues()));
      await until(() => titles(element).filter(Boolean).length === 4);
      expect(element.querySelector('p')!.getClientRects()).to.have.length(1);
    });

    it('says that there is nothing, instead of nothing', async () => {
      const element = await fixture<FactDeckElement>(html`<pro-kid-fact-deck></pro-kid-fact-deck>`);
      expect(all(element, 'p')[0]!.textContent).to.equal('There are no cards to show yet.');
      element.append(...cardsOf([sampleIssue(1)]));
      await until(() => titles(element)[0] === 'Sample 1');
      expect(all(element, 'p')).to.have.length(0);
    });

    it('loads only the cards that are near', async () => {
      const element = document.createElement('pro-kid-fact-deck');
      element.style.width = '300px';
      const cards = cardsOf(Array.from({ length: 60 }, (_, index) => sampleIssue(index + 1)));
      element.append(...cards);
      const ready = nextOwn(element);
      await fixture(html`${element}`);
      await ready;
      await until(() => cards[1]!.shadowRoot);
      expect(all(element, '.item')).to.have.length(60);
      expect(cards.filter(({ shadowRoot }) => shadowRoot).length).to.be.below(10);

      const last = nextEvent(cards[59]!, 'pro-kid-ready');
      all(element, '.item')[59]!.scrollIntoView();
      await last;
    });

    it('keeps the text of a card that was written on the page where it is, near or not', async () => {
      const element = document.createElement('pro-kid-fact-deck');
      const template = document.createElement('template');
      template.innerHTML = '<pro-kid-fact-card><h3>Far away</h3></pro-kid-fact-card>';
      const cards = cardsOf(Array.from({ length: 30 }, (_, index) => sampleIssue(index + 1)));
      element.style.width = '300px';
      element.append(...cards, template.content);
      const ready = nextOwn(element);
      await fixture(html`${element}`);
      await ready;
      const last = element.lastElementChild!;
      const [slot] = all<HTMLSlotElement>(element, '.item:last-child > slot');
      expect(slot!.assignedElements()).to.deep.equal([last]);
    });
  });

  describe('on a page with more than one', () => {
    it('filters one without the other', async () => {
      const [first, second] = await Promise.all([
        deckFixture(fourIssues()),
        deckFixture(fourIssues()),
      ]);
      await choose(first, 'Health');
      expect(titles(first)).to.deep.equal(['Sample 1', 'Sample 3']);
      expect(titles(second)).to.have.length(4);
    });

    it('leaves and comes back with its cards and its choice', async () => {
      const element = await deckFixture(fourIssues());
      await choose(element, 'Health');
      const parent = element.parentElement!;
      element.remove();
      element.lastElementChild!.remove();
      await element.updateComplete;
      parent.append(element);
      await until(() => all(element, '.item').length === 3);
      expect(titles(element)).to.deep.equal(['Sample 1', 'Sample 3']);
    });

    it('listens to nothing once it is gone', async () => {
      const added: string[] = [];
      const removed: string[] = [];
      const { addEventListener, removeEventListener } = window;
      window.addEventListener = (...parameters: Parameters<typeof addEventListener>) => {
        added.push(parameters[0]);
        addEventListener.apply(window, parameters);
      };
      window.removeEventListener = (...parameters: Parameters<typeof removeEventListener>) => {
        removed.push(parameters[0]);
        removeEventListener.apply(window, parameters);
      };
      try {
        const element = await deckFixture([]);
        element.remove();
      } finally {
        window.addEventListener = addEventListener;
        window.removeEventListener = removeEventListener;
      }
      expect(added).to.include('beforeprint');
      expect(removed.filter((type) => type === 'beforeprint')).to.have.length(
        added.filter((type) => type === 'beforeprint').length,
      );
    });

    it('sets no global, and writes nothing to the address or to storage', async () => {
      const before = [Object.keys(window).length, location.href, localStorage.length];
      const element = await deckFixture(fourIssues());
      await choose(element, 'Health');
      expect([Object.keys(window).length, location.href, localStorage.length]).to.deep.equal(
        before,
      );
    });

    it('takes odd attributes without a word', async () => {
      const warnings = await warningsDuring(async () => {
        const element = await deckFixture(fourIssues(), { layout: 'circle' });
        expect(element.layout).to.equal('grid');
      });
      expect(warnings).to.deep.equal([]);
    });
  });
});
