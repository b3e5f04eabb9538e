import { expect } from '@open-wc/testing';
import { a11ySnapshot } from '@web/test-runner-commands';
import {
  cardFixture,
  fullIssue,
  nodes,
  part,
  parts,
  shown,
  unreadyCard,
  until,
} from '../testing/card-fixture.ts';
import { forceColors, needsChromium, resetMedia, stopMotion } from '../testing/engines.ts';
import { warningsDuring } from '../testing/join-fixture.ts';
import { FactCardElement } from './fact-card-element.ts';

/** Every state in which a visitor may meet a card. */
const states: Record<string, (element: FactCardElement) => Promise<unknown> | void> = {
  'as it comes': () => undefined,
  open: (element) => void (element.open = true),
  'with its menu open': async (element) => {
    part(element, '#share').click();
    await until(() => parts(element, '#menu button').length > 0);
  },
  'with what could not be copied': async (element) => {
    part(element, '#share').click();
    await until(() => parts(element, '#menu button').length > 0);
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    part(element, '#menu button').click();
    await until(() => parts(element, 'textarea').length > 0);
    Reflect.deleteProperty(navigator, 'clipboard');
  },
};

async function settled(element: FactCardElement): Promise<void> {
  await element.updateComplete;
  await until(
    () =>
      parts(element, '.waiting').length === 0 ||
      matchMedia('(prefers-reduced-motion: reduce)').matches,
  );
}

function pageIn(scheme: string): HTMLElement {
  const page = document.createElement('div');
  page.style.colorScheme = scheme;
  page.style.background = scheme === 'dark' ? '#12161f' : '#fff';
  return page;
}

describe('axe finds nothing', () => {
  beforeEach(stopMotion);
  afterEach(resetMedia);

  for (const lang of ['en', 'es']) {
    for (const scheme of ['light', 'dark']) {
      for (const [title, enter] of Object.entries(states)) {
        it(`${title}, ${lang}, ${scheme}`, async () => {
          const issue = { ...fullIssue, example: true };
          const element = await cardFixture(
            issue,
            { lang, 'action-href': '/join' },
            pageIn(scheme),
          );
          await enter(element);
          await settled(element);
          await expect(element).to.be.accessible();
        });
      }
    }
  }

  it('in a wide one', async () => {
    const page = pageIn('light');
    page.style.width = '900px';
    const element = await cardFixture(fullIssue, { open: '', 'action-href': '/join' }, page);
    await expect(element).to.be.accessible();
  });

  it('in one of plain HTML, and where there is nothing to show', async () => {
    const element = await unreadyCard(
      {},
      nodes('<h3>Title</h3><p><data value="1/4">1</data> samples</p>'),
    );
    await shown(element);
    await expect(element).to.be.accessible();
    await warningsDuring(async () => {
      const empty = await unreadyCard();
      await until(() => empty.shadowRoot?.querySelector('.root'));
      await expect(empty).to.be.accessible();
    });
  });
});

interface Snapshot {
  role: string;
  name: string;
  children?: Snapshot[];
}
const flatten = (node: Snapshot): Snapshot[] => [node, ...(node.children ?? []).flatMap(flatten)];

describe('assistive technology is told', () => {
  const told = async (test: Mocha.Context) => {
    needsChromium(test, 'the accessibility tree');
    return flatten((await a11ySnapshot({})) as unknown as Snapshot);
  };

  it('each fact once, as a sentence', async function () {
    const element = await cardFixture(fullIssue, { 'action-href': '/join' });
    const all = await told(this);
    const images = all.filter(({ role }) => role === 'img' || role === 'image');
    expect(images.map(({ name }) => name)).to.deep.equal([
      '1 in 4 samples is blue',
      'There are 20,000 samples. One dot is 500 samples.',
      'They weigh 2.5 to 3%',
    ]);
    expect(all.filter(({ name }) => name.includes('1 in 4'))).to.have.length(1);
    expect(part(element, 'article').getAttribute('aria-labelledby')).to.equal('title');
  });

  it('a name of everything that can be pressed', async function () {
    await cardFixture(fullIssue, { 'action-href': '/join' });
    const controls = (await told(this)).filter(({ role }) => ['button', 'link'].includes(role));
    expect(controls.map(({ name }) => name)).to.deep.equal([
      'Sample source',
      'Background and agenda',
      'Take action',
      'Share',
    ]);
  });

  it('nothing of what is closed', async function () {
    await cardFixture();
    expect((await told(this)).some(({ name }) => name.includes('Sample background'))).to.equal(
      false,
    );
  });
});

describe('the visitor’s own settings', () => {
  afterEach(resetMedia);

  it('in forced colors a part can still be told from the whole, and the action from text', async function () {
    await forceColors(this);
    const element = await cardFixture(fullIssue, { 'action-href': '/join', open: '' });
    const marks = getComputedStyle(part(element, '.people .marks'));
    const others = getComputedStyle(part(element, '.people .others'));
    expect(others.fill).to.equal('none');
    expect(marks.fill).not.to.equal(others.stroke);
    expect(others.stroke).to.equal('rgb(0, 0, 0)');
    expect(getComputedStyle(part(element, '.act')).borderTopWidth).to.equal('3px');
    expect(getComputedStyle(part(element, '.agenda')).borderTopWidth).to.equal('1px');
  });

  it('a target is never smaller than 24 pixels', async () => {
    const element = await cardFixture(fullIssue, { 'action-href': '/join' });
    part(element, '#share').click();
    await until(() => parts(element, '#menu button').length > 0);
    for (const target of parts(element, 'button, .act')) {
      expect(target.getBoundingClientRect().height, wordsOfTarget(target)).to.be.at.least(40);
    }
  });
});

const wordsOfTarget = ({ textContent }: Element) => textContent;
