import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import {
  all,
  choose,
  deckFixture,
  fourIssues,
  sampleIssue,
  until,
} from '../testing/deck-fixture.ts';
import { resetMedia, stopMotion } from '../testing/engines.ts';
import { withoutIntersectionObserver } from '../testing/without-observer.ts';
import type { FactDeckElement } from './fact-deck-element.ts';

/** Eight cards in a row of 500 pixels, with a button of the page before and behind. */
async function row(direction: 'ltr' | 'rtl' = 'ltr') {
  await stopMotion();
  const wrapper = document.createElement('div');
  wrapper.dir = direction;
  wrapper.style.width = '500px';
  const before = document.createElement('button');
  wrapper.append(before);
  const issues = Array.from({ length: 8 }, (_, index) => sampleIssue(index + 1));
  const element = await deckFixture(issues, { layout: 'row', 'action-href': '/act' }, wrapper);
  const after = document.createElement('button');
  wrapper.append(after);
  const list = all(element, '.list')[0]!;
  list.scrollTo({ left: 0 });
  await until(
    () => list.classList.contains('more-after') && !list.classList.contains('more-before'),
  );
  return { element, list, before, after };
}

const focusedItem = (element: FactDeckElement) =>
  all(element, '.item').indexOf(element.shadowRoot!.activeElement as HTMLElement);

const isInView = (list: Element, item: Element) => {
  const [outer, inner] = [list.getBoundingClientRect(), item.getBoundingClientRect()];
  return inner.left >= outer.left - 2 && inner.right <= outer.right + 2;
};

const press = (key: string) => sendKeys({ press: key });
const button = (element: FactDeckElement, part: string) => all(element, `[part=${part}]`)[0]!;

describe('a deck in a row', () => {
  afterEach(resetMedia);

  it('shows all cards, and leaves both ways open, where a browser cannot tell what is in view', async () => {
    await withoutIntersectionObserver(async () => {
      const element = await deckFixture(fourIssues(), { layout: 'row' });
      await until(() => all(element, '.item:not(.waiting)').length === 4);
      const [list] = all(element, '.list');
      await until(() => list!.matches('.more-before.more-after'));
    });
  });

  for (const [direction, forward, back] of [
    ['ltr', 'ArrowRight', 'ArrowLeft'],
    ['rtl', 'ArrowLeft', 'ArrowRight'],
  ] as const) {
    it(`moves between cards by keys: ${direction}`, async () => {
      const { element, list } = await row(direction);
      const items = all(element, '.item');
      list.focus();
      await press(forward);
      expect(focusedItem(element)).to.equal(0);
      await press(forward);
      await press(forward);
      expect(focusedItem(element)).to.equal(2);
      await until(() => isInView(list, items[2]!));
      await press(back);
      expect(focusedItem(element)).to.equal(1);
      await press('End');
      expect(focusedItem(element)).to.equal(7);
      await until(() => isInView(list, items[7]!));
      await press(forward);
      expect(focusedItem(element)).to.equal(7);
      await press('Home');
      expect(focusedItem(element)).to.equal(0);
      await until(() => isInView(list, items[0]!));
    });

    it(`moves by buttons, which stay where they are at an end: ${direction}`, async () => {
      const { element, list } = await row(direction);
      const [previous, next] = [button(element, 'previous'), button(element, 'next')];
      expect(previous.ariaDisabled).to.equal('true');
      next.focus();
      for (let step = 0; step < 7; step++) {
        const { scrollLeft } = list;
        await press('Enter');
        await until(() => list.scrollLeft !== scrollLeft || next.ariaDisabled === 'true');
      }
      await until(() => next.ariaDisabled === 'true' && previous.ariaDisabled === 'false');
      expect(element.shadowRoot!.activeElement === next, 'keeps the focus').to.equal(true);
      expect(isInView(list, all(element, '.item')[7]!)).to.equal(true);
      const { scrollLeft } = list;
      await press('Enter');
      expect(list.scrollLeft).to.equal(scrollLeft);
      previous.click();
      await until(() => next.ariaDisabled === 'false');
    });
  }

  it('is moved by a mouse, and by nothing else of the page', async () => {
    const { element, list } = await row();
    const { left, top, width, height } = button(element, 'next').getBoundingClientRect();
    expect(Math.min(width, height)).to.be.at.least(44);
    await sendMouse({ type: 'click', position: [Math.round(left + 20), Math.round(top + 20)] });
    await until(() => list.scrollLeft > 300);
    expect(scrollY).to.equal(0);
  });

  it('leaves keys alone where they mean something else', async () => {
    const { element, list } = await row();
    const [card] = element.querySelectorAll('pro-kid-fact-card');
    const field = document.createElement('input');
    field.slot = 'actions';
    field.value = 'words';
    card!.append(field);
    field.focus();
    field.setSelectionRange(5, 5);
    await press('Home');
    await press('ArrowRight');
    expect(field.selectionStart).to.equal(1);
    expect(document.activeElement === field).to.equal(true);

    list.focus();
    await sendKeys({ down: 'Control' });
    await press('ArrowRight');
    await sendKeys({ up: 'Control' });
    expect(element.shadowRoot!.activeElement === list).to.equal(true);
  });

  it('is no trap: Tab goes in, through what is in the cards, and out', async () => {
    const { element, before, after } = await row();
    before.focus();
    const stops: string[] = [];
    for (let step = 0; step < 60 && document.activeElement !== after; step++) {
      await press('Tab');
      const { activeElement } = document;
      const inner = element.shadowRoot!.activeElement;
      stops.push(inner ? inner.getAttribute('part')!.trim() : activeElement!.localName);
    }
    expect(document.activeElement === after).to.equal(true);
    expect(stops.slice(0, 3)).to.deep.equal(['previous', 'next', 'list']);
    expect(stops.filter((stop) => stop === 'pro-kid-fact-card').length).to.be.at.least(16);
    await sendKeys({ down: 'Shift' });
    await press('Tab');
    await sendKeys({ up: 'Shift' });
    expect(document.activeElement === element.lastElementChild).to.equal(true);
  });

  it('goes on with Tab from the card that the keys moved to', async () => {
    const { element, list } = await row();
    list.focus();
    for (let step = 0; step < 4; step++) await press('ArrowRight');
    await press('Tab');
    expect(document.activeElement === element.children[3]).to.equal(true);
  });

  it('hides its buttons where all cards are in view', async () => {
    const element = await deckFixture(fourIssues(), { layout: 'row' });
    await until(() => !button(element, 'next').parentElement!.hidden);
    element.style.width = '700px';
    await choose(element, 'Health');
    await until(() => button(element, 'next').parentElement!.hidden);
  });

  it('becomes a grid and a row again, and keeps its cards', async () => {
    const { element, list } = await row();
    element.layout = 'grid';
    await element.updateComplete;
    expect(list.hasAttribute('tabindex')).to.equal(false);
    expect(all(element, '.item[tabindex], button')).to.have.length(0);
    expect(getComputedStyle(list).display).to.equal('grid');
    element.layout = 'row';
    await element.updateComplete;
    expect(all(element, '.item[tabindex="-1"]')).to.have.length(8);
  });
});
