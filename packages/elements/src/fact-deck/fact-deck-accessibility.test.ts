import { expect } from '@open-wc/testing';
import { all, choose, deckFixture, fourIssues, titles, until } from '../testing/deck-fixture.ts';
import { forceColors, onPaper, resetMedia, stopMotion } from '../testing/engines.ts';
import type { FactDeckElement } from './fact-deck-element.ts';

/** Every state in which a visitor may meet a deck. */
const states: Record<string, { layout: string; enter?(element: FactDeckElement): unknown }> = {
  'a grid': { layout: 'grid' },
  'a grid, filtered': {
    layout: 'grid',
    enter: (element) => choose(element, element.lang ? 'Salud' : 'Health'),
  },
  'a row': { layout: 'row' },
  'a row at its end': {
    layout: 'row',
    enter: async (element) => {
      all(element, '.list')[0]!.scrollTo({ left: 9999 });
      await until(() => all(element, '[part=next]')[0]!.ariaDisabled === 'true');
    },
  },
};

describe('axe finds nothing', () => {
  afterEach(resetMedia);
  for (const lang of ['', 'es']) {
    for (const scheme of ['light', 'dark']) {
      for (const [title, { layout, enter }] of Object.entries(states)) {
        it(`${title}, ${lang || 'en'}, ${scheme}`, async () => {
          await stopMotion();
          const page = document.createElement('div');
          page.style.colorScheme = scheme;
          page.style.background = scheme === 'dark' ? '#12161f' : '#fff';
          const element = await deckFixture(fourIssues(), { layout, ...(lang && { lang }) }, page);
          if (lang) await until(() => all(element, 'label')[1]?.textContent.trim() === 'Salud');
          await enter?.(element);
          await element.updateComplete;
          await expect(element).to.be.accessible();
        });
      }
    }
  }

  it('with nothing to show', async () => {
    await expect(await deckFixture([])).to.be.accessible();
  });
});

describe('a deck on whatever page', () => {
  afterEach(resetMedia);

  for (const layout of ['grid', 'row']) {
    for (const width of [240, 360, 768]) {
      it(`fits a column of ${width} pixels: ${layout}`, async () => {
        const column = document.createElement('div');
        column.style.width = `${width}px`;
        const element = await deckFixture(fourIssues(), { layout, lang: 'es' }, column);
        expect(element.getBoundingClientRect().width).to.equal(width);
        for (const part of all(element, 'label, button, .list')) {
          expect(part.getBoundingClientRect().right).to.be.at.most(
            column.getBoundingClientRect().right + 1,
          );
        }
        expect(document.documentElement.scrollWidth).to.be.at.most(innerWidth);
      });
    }
  }

  it('makes no card longer because its neighbor was opened', async () => {
    const wrapper = document.createElement('div');
    wrapper.style.width = '760px';
    const element = await deckFixture(fourIssues(), {}, wrapper);
    const [first, second] = element.querySelectorAll('pro-kid-fact-card');
    const heightOf = (card: Element) =>
      card.shadowRoot!.querySelector('.root')!.getBoundingClientRect().height;
    const before = heightOf(second!);
    const closed = heightOf(first!);
    first!.open = true;
    await first!.updateComplete;
    expect(heightOf(first!)).to.be.greaterThan(closed);
    expect(heightOf(second!)).to.equal(before);
  });

  it('prints all cards, and none of its controls', async function () {
    const element = await deckFixture(fourIssues(), { layout: 'row' });
    await choose(element, 'Health');
    await onPaper(this);
    for (const item of all(element, '.item')) expect(item.getClientRects()).to.have.length(1);
    expect(titles(element)).to.have.length(2);
    for (const control of all(element, 'label, button')) {
      expect(control.getClientRects()).to.have.length(0);
    }
    const [list] = all(element, '.list');
    expect(list!.scrollWidth).to.be.at.most(list!.clientWidth);
  });

  it('takes every card to the printer, near or not', async () => {
    const element = await deckFixture([]);
    const cards = Array.from({ length: 30 }, () => document.createElement('pro-kid-fact-card'));
    element.style.width = '300px';
    for (const card of cards) Object.assign(card, { issue: fourIssues()[0] });
    element.append(...cards);
    await until(() => all(element, '.item').length === 30);
    dispatchEvent(new Event('beforeprint'));
    const slots = all<HTMLSlotElement>(element, '.item > slot');
    expect(slots.every((slot) => slot.assignedElements().length === 1)).to.equal(true);
  });

  it('tells the chosen topic from the others in forced colors', async function () {
    await forceColors(this);
    const element = await deckFixture(fourIssues());
    const [chosen, other] = all(element, 'label');
    expect(getComputedStyle(chosen!).backgroundColor).not.to.equal(
      getComputedStyle(other!).backgroundColor,
    );
  });

  it('keeps its look on a page that resets everything', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { margin: 0; font: 10px serif; color: red; letter-spacing: 0 }');
    document.adoptedStyleSheets.push(sheet);
    try {
      const element = await deckFixture(fourIssues());
      const style = getComputedStyle(all(element, '[part=bar]')[0]!);
      expect(style.fontSize).to.equal('16px');
      expect(style.color).to.equal('rgb(28, 35, 51)');
      for (const label of all(element, 'label')) expect(label.offsetHeight).to.be.at.least(44);
    } finally {
      document.adoptedStyleSheets.pop();
    }
  });
});
