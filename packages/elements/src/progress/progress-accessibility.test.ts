import { expect } from '@open-wc/testing';
import { a11ySnapshot } from '@web/test-runner-commands';
import { until } from '../testing/deck-fixture.ts';
import { forceColors, needsChromium, resetMedia, stopMotion } from '../testing/engines.ts';
import { warningsDuring } from '../testing/join-fixture.ts';
import {
  answerCounts,
  barOf,
  figures,
  freshAddress,
  make,
  place,
  progressFixture,
  sign,
  statusOf,
} from '../testing/progress-fixture.ts';

/** Every state in which a visitor may meet it, with what its source answers. */
const states = {
  'while it loads': ['never', ':state(loading)'],
  'with figures': [figures(1011, 73), ':state(known)'],
  'with the goal reached': [figures(2500, 1), ':state(reached)'],
  'with old figures': [figures(10, 1, new Date('2026-01-05')), ':state(stale)'],
  'without any': ['fails', ':state(unavailable)'],
} as const;

function pageIn(scheme: string): HTMLElement {
  const page = document.createElement('div');
  page.style.colorScheme = scheme;
  page.style.background = scheme === 'dark' ? '#12161f' : '#fff';
  return page;
}

describe('axe finds nothing in <pro-kid-progress>', () => {
  before(stopMotion);
  after(resetMedia);

  for (const lang of ['en', 'es']) {
    for (const scheme of ['light', 'dark']) {
      for (const [title, [answer, state]] of Object.entries(states)) {
        it(`${title}, ${lang}, ${scheme}`, async () => {
          const { undo, asked } = answerCounts(answer);
          await warningsDuring(async () => {
            const settings = { counts: freshAddress(), lang, goal: '2000', offline: '120' };
            const element = await place(make(settings), pageIn(scheme));
            await until(() => asked.length > 0 && element.matches(state));
            await element.updateComplete;
            await expect(element).to.be.accessible();
          });
          undo();
        });
      }
    }
  }

  it('after the visitor has signed', async () => {
    const element = await progressFixture({ value: '5', goal: '10' });
    sign();
    await until(() => statusOf(element) !== '');
    await expect(element).to.be.accessible();
  });
});

interface Snapshot {
  role: string;
  name: string;
  children?: Snapshot[];
}
const flatten = (node: Snapshot): Snapshot[] => [node, ...(node.children ?? []).flatMap(flatten)];

describe('who meets <pro-kid-progress> in another way', () => {
  afterEach(resetMedia);

  it('hears a name and words, not a percentage', async function () {
    const element = await progressFixture({ value: '1204', goal: '2000' });
    needsChromium(this, 'the accessibility tree');
    const told = flatten((await a11ySnapshot({})) as unknown as Snapshot);
    const bars = told.filter(({ role }) => role === 'progressbar');
    expect(bars).to.have.length(1);
    expect(bars[0]!.name).to.equal('Progress towards the goal');
    // Chromium hands the words on to assistive technology, but not to its own tree.
    expect(barOf(element)!.ariaValueText).to.equal('1,204 of 2,000 signed');
  });

  it('sees where the bar ends in forced colors', async function () {
    await forceColors(this);
    const element = await progressFixture({ value: '1204', goal: '2000' });
    expect(getComputedStyle(barOf(element)!).borderTopColor).to.equal('rgb(0, 0, 0)');
  });

  it('loses nothing where there is little room', async () => {
    for (const width of [180, 240, 320]) {
      const page = document.createElement('div');
      page.style.width = `${width}px`;
      const settings = { value: '999999999', goal: '999999999', offline: '120' };
      const element = await progressFixture(settings, page);
      expect(element.scrollWidth).to.be.at.most(width);
      for (const each of element.shadowRoot!.querySelectorAll('p, strong, progress')) {
        const { right } = each.getBoundingClientRect();
        expect(right).to.be.at.most(page.getBoundingClientRect().right);
      }
    }
  });

  it('reads English from left to right on any page, and mirrors what runs the other way', async () => {
    const page = document.createElement('div');
    page.dir = 'rtl';
    const element = await progressFixture({ value: '5', goal: '10' }, page);
    const root = element.shadowRoot!.querySelector<HTMLElement>('.root')!;
    const number = root.querySelector('strong')!;
    const edges = () => [number, barOf(element)!].map((each) => each.getBoundingClientRect());
    const [countLeft, barLeft] = edges();
    expect(countLeft!.left).to.be.closeTo(barLeft!.left, 0.1);
    root.dir = 'rtl';
    const [countRight, barRight] = edges();
    expect(countRight!.right).to.be.closeTo(barRight!.right, 0.1);
  });
});
