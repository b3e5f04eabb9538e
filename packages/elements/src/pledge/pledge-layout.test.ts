import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { Campaign } from '@pro-kid/contract';
import {
  answerFile,
  bornBefore,
  campaignFixture,
  fullPledge,
  samplePledge,
  sayYear,
} from '../testing/campaign-fixture.ts';
import { all, until } from '../testing/deck-fixture.ts';
import { find, submit } from '../testing/join-fixture.ts';
import { figures } from '../testing/progress-fixture.ts';

const long = 'Verantwortungsbewusstsein'.repeat(4);

describe('the box of a pledge, on whatever page', () => {
  for (const width of [240, 360, 768, 1100]) {
    for (const dir of ['ltr', 'rtl']) {
      it(`fits a column of ${width} pixels, without two-way scrolling, ${dir}`, async () => {
        await setViewport({ width: 1200, height: 800 });
        const column = document.createElement('div');
        column.style.width = `${width}px`;
        column.dir = dir;
        const sample = {
          ...fullPledge(),
          title: long,
          commitments: [{ id: 'read', text: long, required: true }],
        };
        const { element } = await campaignFixture(
          sample,
          { kind: 'organization', lang: 'es' },
          column,
        );
        await submit(element);
        const root = find(element, '.root');
        expect(root.scrollWidth).to.be.at.most(root.clientWidth);
        expect(element.getBoundingClientRect().width).to.equal(width);
        const box = root.getBoundingClientRect();
        for (const part of all(element, 'input, textarea, button, label, legend, .error')) {
          const { left, right, width: own } = part.getBoundingClientRect();
          if (own <= 1) continue;
          expect(right, part.outerHTML).to.be.at.most(box.right);
          expect(left, part.outerHTML).to.be.at.least(box.left);
        }
      });
    }
  }

  it('stands beside what it is about where there is room, below it elsewhere', async () => {
    await setViewport({ width: 1200, height: 800 });
    const column = document.createElement('div');
    const { element } = await campaignFixture(samplePledge(), {}, column);
    const boxOf = (part: string) => find(element, `[part=${part}]`).getBoundingClientRect();
    column.style.width = '1000px';
    expect(boxOf('sign').left).to.be.at.least(boxOf('about').right);
    column.style.width = '400px';
    expect(boxOf('sign').top).to.be.at.least(boxOf('about').bottom);
  });

  it('moves nothing above the summary when something is missing', async () => {
    const { element } = await campaignFixture(fullPledge());
    const placeOf = (selector: string) => find(element, selector).offsetTop;
    const before = ['.heading', '[part=statement]'].map(placeOf);
    await submit(element);
    expect(['.heading', '[part=statement]'].map(placeOf)).to.deep.equal(before);
  });

  it('gives back the room that was kept for the form, once it is done', async () => {
    const { element } = await campaignFixture(samplePledge({ privacy: { minimumAge: 13 } }), {
      style: 'min-height: 2000px',
      test: '',
    });
    await sayYear(element, bornBefore(30));
    expect(element.offsetHeight).to.equal(2000);
    find(element, '#commitment-read').click();
    await element.prefill({ givenName: 'Ana', email: 'ana@example.org' });
    await element.submit();
    await until(() => element.matches(':state(done)'));
    expect(element.offsetHeight).to.be.below(1000);
  });
});

describe('the colors of a campaign', () => {
  async function colorsOf(theme: Campaign['theme'], style = '', scheme = 'light') {
    const page = document.createElement('div');
    page.style.colorScheme = scheme;
    const { element } = await campaignFixture(samplePledge(theme && { theme }), { style }, page);
    const button = getComputedStyle(find(element, '[type=submit]'));
    const root = getComputedStyle(find(element, '.root'));
    return {
      accent: button.backgroundColor,
      onAccent: button.color,
      ink: root.color,
      paper: root.backgroundColor,
    };
  }
  const theme = { accent: '#1a5c38', onAccent: '#fffbe6', ink: '#10241a', paper: '#f4fbf6' };

  it('are those of its file', async () => {
    expect(await colorsOf(theme)).to.deep.equal({
      accent: 'rgb(26, 92, 56)',
      onAccent: 'rgb(255, 251, 230)',
      ink: 'rgb(16, 36, 26)',
      paper: 'rgb(244, 251, 246)',
    });
  });

  it('give way to those of the page', async () => {
    const own = '--pro-kid-accent: #000080; --pro-kid-paper: #fafafa';
    const { accent, ink, paper } = await colorsOf(theme, own);
    expect({ accent, ink, paper }).to.deep.equal({
      accent: 'rgb(0, 0, 128)',
      ink: 'rgb(16, 36, 26)',
      paper: 'rgb(250, 250, 250)',
    });
  });

  it('go in pairs: ink without paper is not used, nor an accent for light paper on dark', async () => {
    const plain = await colorsOf(undefined);
    expect(await colorsOf({ ink: '#ff0000' })).to.deep.equal(plain);
    expect(await colorsOf({ paper: '#000000' })).to.deep.equal(plain);
    const dark = await colorsOf(undefined, '', 'dark');
    expect(await colorsOf({ accent: '#1a5c38' }, '', 'dark')).to.deep.equal(dark);
    expect((await colorsOf({ accent: '#1a5c38' })).accent).to.equal('rgb(26, 92, 56)');
  });

  it('bring the right color of errors with them, whatever the page’s scheme is', async () => {
    for (const [paper, ink, scheme] of [
      ['#f4fbf6', '#10241a', 'dark'],
      ['#101418', '#fafafa', 'light'],
    ] as const) {
      const page = document.createElement('div');
      page.style.colorScheme = scheme;
      const { element } = await campaignFixture(samplePledge({ theme: { ink, paper } }), {}, page);
      await submit(element);
      const { color } = getComputedStyle(find(element, '.error'));
      expect(color).to.equal(scheme === 'dark' ? 'rgb(179, 38, 30)' : 'rgb(255, 180, 171)');
    }
  });

  it('are those of the elements inside too', async () => {
    const { undo } = answerFile(JSON.stringify(figures(10, 2)));
    const counts = { url: 'https://files.example/counts?campaign=colors' };
    const endpoint = { url: 'https://receiver.example/', counts };
    const { element } = await campaignFixture(samplePledge({ theme, endpoint }));
    const progress = find(element, 'pro-kid-progress');
    await until(() => progress.matches(':state(known)'));
    const { color } = getComputedStyle(progress.shadowRoot!.querySelector('.root')!);
    expect(color).to.equal('rgb(16, 36, 26)');
    undo();
  });

  it('go with the file that set them', async () => {
    const { element } = await campaignFixture(samplePledge({ theme }));
    element.definition = samplePledge({ title: 'Plain' });
    const paper = () => getComputedStyle(find(element, '.root')).backgroundColor;
    await until(() => paper() === 'rgb(255, 255, 255)');
  });
});
