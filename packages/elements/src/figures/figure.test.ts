import { expect, fixtureCleanup } from '@open-wc/testing';
import type { Issue } from '@pro-kid/contract';
import {
  cardFixture,
  fullIssue,
  nodes,
  part,
  parts,
  until,
  wordsOf,
} from '../testing/card-fixture.ts';
import { needsChromium, onPaper, resetMedia, stopMotion } from '../testing/engines.ts';

type Fact = Issue['facts'][number];

const unit = { en: 'samples', es: 'muestras' };
const text = { en: '{figure} samples are blue', es: '{figure} muestras son azules' };
const ratio = (part: number, whole: number): Fact => ({
  kind: 'ratio',
  part,
  whole,
  unit,
  text,
  source: null,
});
const number = (value: number, more: Partial<Fact> = {}): Fact =>
  ({ kind: 'number', value, unit, text, source: null, ...more }) as Fact;
const range = (low: number, high: number): Fact => ({
  kind: 'range',
  low,
  high,
  unit,
  text,
  source: null,
});

const cardOf = (fact: Fact, attributes: Record<string, string> = {}) =>
  cardFixture({ ...fullIssue, facts: [fact] }, attributes);

/** The shapes of a path, each moved to the same place, so that equal ones are equal. */
const shapes = (path: SVGPathElement) =>
  (path.getAttribute('d') ?? '')
    .split('M')
    .slice(1)
    .map((shape) => shape.replace(/^[\d.-]+ [\d.-]+/, ''));

const path = (element: Awaited<ReturnType<typeof cardOf>>, selector: string) =>
  part<SVGPathElement>(element, `.drawing ${selector}`);

describe('a ratio', () => {
  for (const [marked, whole] of [
    [1, 4],
    [1, 2],
    [3, 5],
    [10, 100],
    [7, 12],
    [1, 1],
    [99, 100],
  ] as const) {
    it(`is that many people, that part of them marked: ${marked} in ${whole}`, async () => {
      const element = await cardOf(ratio(marked, whole));
      const marks = shapes(path(element, '.marks'));
      const others = shapes(path(element, '.others'));
      // A head and a body each.
      expect(marks).to.have.length(marked * 2);
      expect(others).to.have.length((whole - marked) * 2);
      expect(marks.length / (marks.length + others.length)).to.equal(marked / whole);
      expect(new Set([...marks, ...others])).to.have.length(2);
    });
  }

  it('is told by shape too: the others are outlines', async () => {
    const element = await cardOf(ratio(1, 4));
    expect(getComputedStyle(path(element, '.others')).fill).to.equal('none');
    expect(getComputedStyle(path(element, '.marks')).fill).to.equal('rgb(185, 67, 11)');
  });

  it('keeps every person inside its drawing', async () => {
    for (const whole of [1, 7, 10, 37, 100]) {
      const element = await cardOf(ratio(1, whole));
      const svg = part<SVGSVGElement>(element, '.people');
      const { width, height } = svg.viewBox.baseVal;
      for (const each of svg.querySelectorAll('path')) {
        const box = each.getBBox();
        expect(box.x + box.width, `${whole}`).to.be.at.most(width);
        expect(box.y + box.height, `${whole}`).to.be.at.most(height);
      }
      fixtureCleanup();
    }
  });
});

describe('a number', () => {
  for (const [value, dots, key] of [
    [7, 7, 'Each dot is 1.'],
    [999, 50, 'One dot is 20 samples.'],
    [20_000, 40, 'One dot is 500 samples.'],
    [39_500_000, 40, 'One dot is 1,000,000 samples.'],
  ] as const) {
    it(`is a field of dots with a key: ${value}`, async () => {
      const element = await cardOf(number(value));
      expect(shapes(path(element, '.marks'))).to.have.length(dots);
      expect(wordsOf(part(element, '.key'))).to.equal(key);
    });
  }

  it('draws the part of a dot as that part of its area', async () => {
    const element = await cardOf(number(39_500_000));
    const radii = shapes(path(element, '.marks')).map((shape) =>
      Number(/a([\d.]+)/.exec(shape)![1]),
    );
    const [first, last] = [radii[0]!, radii.at(-1)!];
    expect(last ** 2 / first ** 2).to.be.closeTo(0.5, 1e-6);
  });

  it('is one empty dot for none, without a key', async () => {
    const element = await cardOf(number(0));
    expect(shapes(path(element, '.others'))).to.have.length(1);
    expect(parts(element, '.drawing .marks, .key')).to.have.length(0);
  });

  it('stands in one line, however long it is', async () => {
    for (const value of [20_000, 39_500_000, 1_000_000_000_000]) {
      const column = document.createElement('div');
      column.style.width = '240px';
      const element = await cardFixture(
        { ...fullIssue, facts: [number(value), number(value)] },
        {},
        column,
      );
      for (const figure of parts(element, 'strong')) {
        const lineHeight = parseFloat(getComputedStyle(figure).lineHeight);
        expect(figure.getBoundingClientRect().height, `${value}`).to.be.closeTo(lineHeight, 2);
      }
      fixtureCleanup();
    }
  });
});

describe('a range', () => {
  it('is marked on a line from zero, from one end to the other', async () => {
    const element = await cardOf(range(2800, 3500));
    const mark = part<SVGRectElement>(element, 'rect.marks').getAttribute.bind(
      part(element, 'rect.marks'),
    );
    expect([mark('x'), mark('width')]).to.deep.equal(['56%', '14%']);
    expect(parts(element, '.ends').map(wordsOf)).to.deep.equal(['2,8003,500', '05,000']);
  });

  for (const [low, high] of [
    [0, 5],
    [990, 1000],
    [2800, 3500],
    [39_500_000, 39_600_000],
    [999_999_999_998, 999_999_999_999],
  ] as const) {
    it(`has labels that never meet or leave the card: ${low} to ${high}`, async () => {
      const column = document.createElement('div');
      column.style.width = '240px';
      const element = await cardFixture({ ...fullIssue, facts: [range(low, high)] }, {}, column);
      const inner = part(element, '.range').getBoundingClientRect();
      for (const line of parts(element, '.ends')) {
        const [first, second] = [...line.querySelectorAll('b, span')].map((label) => {
          const around = document.createRange();
          around.selectNodeContents(label);
          return around.getBoundingClientRect();
        });
        expect(first!.right).to.be.below(second!.left);
        expect(second!.right).to.be.at.most(inner.right + 1);
        expect(first!.left).to.be.at.least(inner.left - 1);
      }
    });
  }
});

describe('each figure is one image, named by its whole sentence', () => {
  for (const [lang, fact, name] of [
    ['en', ratio(1, 4), '1 in 4 samples are blue'],
    ['es', ratio(1, 4), '1 de cada 4 muestras son azules'],
    ['en', number(20_000), '20,000 samples are blue. One dot is 500 samples.'],
    ['es', number(20_000), '20,000 muestras son azules. Cada punto representa 500 muestras.'],
    ['es-ES', number(20_000), '20.000 muestras son azules. Cada punto representa 500 muestras.'],
    ['en', range(2800, 3500), '2,800 to 3,500 samples are blue'],
    ['es', range(2800, 3500), '2,800 a 3,500 muestras son azules'],
    ['en', number(12, { text: 'There are {figure}%.' }), 'There are 12%. Each dot is 1.'],
  ] as const) {
    it(`${lang}: ${name}`, async () => {
      const element = await cardOf(fact, { lang });
      const [image, ...others] = parts(element, '[role=img]');
      expect(others).to.have.length(0);
      expect(image!.getAttribute('aria-label')).to.equal(name);
    });
  }

  it('shows the figure large, and what is left of the sentence', async () => {
    const first = await cardOf(ratio(1, 4));
    expect(wordsOf(part(first, '.told'))).to.equal('1 in 4 samples are blue');
    const inside = await cardOf(number(20_000, { text: 'In a sample, {figure} are blue.' }));
    expect(wordsOf(part(inside, 'strong'))).to.equal('20,000');
    expect(wordsOf(part(inside, '.told p'))).to.equal('In a sample, 20,000 are blue.');
    const signs = await cardOf(number(60, { text: '{figure}% of samples are blue' }));
    expect(wordsOf(part(signs, 'strong'))).to.equal('60%');
    expect(wordsOf(part(signs, '.told p'))).to.equal('of samples are blue');
  });
});

describe('a figure moves', () => {
  afterEach(resetMedia);

  it('once, when it is first seen, and not again', async function () {
    needsChromium(this, 'motion');
    const page = document.createElement('div');
    page.append(...nodes('<div style="height: 900px"></div>'));
    const element = await cardFixture(fullIssue, {}, page);
    const figure = part(element, '.hero .figure');
    expect(figure.matches('.waiting')).to.equal(true);
    figure.scrollIntoView();
    await until(() => figure.matches('.seen'));
    const [animation] = element.shadowRoot!.getAnimations();
    expect(animation).not.to.equal(undefined);
    for (const each of element.shadowRoot!.getAnimations()) each.finish();
    element.open = true;
    await element.updateComplete;
    scrollTo(0, 0);
    figure.scrollIntoView();
    await element.updateComplete;
    expect(figure.matches('.seen')).to.equal(true);
    expect(
      part(element, '.hero .marks')
        .getAnimations()
        .filter(({ playState }) => playState === 'running'),
    ).to.deep.equal([]);
  });

  it('not at all where motion is not welcome, and is drawn whole before it is seen', async () => {
    await stopMotion();
    const page = document.createElement('div');
    page.append(...nodes('<div style="height: 900px"></div>'));
    const element = await cardFixture(fullIssue, {}, page);
    expect(element.shadowRoot!.getAnimations()).to.have.length(0);
    expect(getComputedStyle(part(element, '.hero .marks')).clipPath).to.equal('none');
  });

  it('not on paper', async function () {
    const page = document.createElement('div');
    page.append(...nodes('<div style="height: 900px"></div>'));
    const element = await cardFixture(fullIssue, {}, page);
    expect(part(element, '.hero .figure').matches('.waiting')).to.equal(true);
    await onPaper(this);
    expect(getComputedStyle(part(element, '.hero .marks')).clipPath).to.equal('none');
  });
});
