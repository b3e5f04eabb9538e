import { expect } from '@open-wc/testing';
import { a11ySnapshot } from '@web/test-runner-commands';
import { until } from '../testing/deck-fixture.ts';
import { forceColors, needsChromium, resetMedia } from '../testing/engines.ts';
import { dialogOf, linksOf, part, shareFixture, stand } from '../testing/share-fixture.ts';
import type { ShareElement } from './share-element.ts';

const states: Record<string, (element: ShareElement) => Promise<unknown> | void> = {
  'as it comes': () => undefined,
  'with the link copied': async (element) => {
    part(element, 'copy').click();
    await until(() => element.shadowRoot!.querySelector('[role=status]')!.textContent.trim());
  },
  'with a link that could not be copied': async (element) => {
    const undo = stand('clipboard', undefined);
    part(element, 'copy').click();
    await until(() => element.shadowRoot!.querySelector('textarea'));
    undo();
  },
  'with its QR code': async (element) => {
    part(element, 'code').click();
    await until(() => dialogOf(element)?.open);
  },
};

function pageIn(scheme: string): HTMLElement {
  const page = document.createElement('div');
  page.style.colorScheme = scheme;
  page.style.background = scheme === 'dark' ? '#12161f' : '#fff';
  return page;
}

describe('axe finds nothing in <pro-kid-share>', () => {
  let undo: () => void;
  beforeEach(() => (undo = stand('clipboard', { writeText: async () => undefined })));
  afterEach(() => undo());

  for (const lang of ['en', 'es']) {
    for (const scheme of ['light', 'dark']) {
      for (const [title, enter] of Object.entries(states)) {
        it(`${title}, ${lang}, ${scheme}`, async () => {
          const element = await shareFixture({ lang, text: 'Sample' }, pageIn(scheme));
          await enter(element);
          await element.updateComplete;
          await expect(element).to.be.accessible();
        });
      }
    }
  }
});

interface Snapshot {
  role: string;
  name: string;
  children?: Snapshot[];
}
const flatten = (node: Snapshot): Snapshot[] => [node, ...(node.children ?? []).flatMap(flatten)];

describe('who uses <pro-kid-share> in another way', () => {
  afterEach(resetMedia);

  it('is told the name of everything that can be pressed', async function () {
    needsChromium(this, 'the accessibility tree');
    const undo = stand('share', undefined);
    await shareFixture();
    const told = flatten((await a11ySnapshot({})) as unknown as Snapshot);
    undo();
    const names = told.filter(({ role }) => ['button', 'link'].includes(role));
    expect(names.map(({ name }) => name)).to.deep.equal([
      'Copy link',
      'QR code',
      'Email',
      'Text message',
      ...['WhatsApp', 'Facebook', 'X', 'Bluesky', 'LinkedIn'].map(
        (name) => `${name} (opens in a new tab)`,
      ),
    ]);
  });

  it('finds targets of 44 pixels, also where there is little room', async () => {
    for (const width of [200, 240, 360, 900]) {
      const page = document.createElement('div');
      page.style.width = `${width}px`;
      const element = await shareFixture({}, page);
      for (const target of [part(element, 'copy'), part(element, 'code'), ...linksOf(element)]) {
        const { height, right, width: wide } = target.getBoundingClientRect();
        expect(Math.min(height, wide), target.textContent).to.be.at.least(44);
        expect(right).to.be.at.most(page.getBoundingClientRect().right + 0.5);
      }
      expect(element.scrollWidth).to.be.at.most(width);
    }
  });

  it('sees the code dark on light, and the strong action, in forced colors', async function () {
    await forceColors(this);
    const element = await shareFixture();
    expect(getComputedStyle(element.shadowRoot!.querySelector('.act')!).borderTopWidth).to.equal(
      '3px',
    );
    part(element, 'code').click();
    await until(() => dialogOf(element)?.open);
    const drawing = dialogOf(element)!.querySelector('svg')!;
    expect(getComputedStyle(drawing).forcedColorAdjust).to.equal('none');
  });
});
