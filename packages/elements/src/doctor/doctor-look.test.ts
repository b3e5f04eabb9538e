import { expect } from '@open-wc/testing';
import '../define/join.ts';
import '../define/share.ts';
import { until } from '../testing/deck-fixture.ts';
import { codesOf, doctorFixture, foundOf, goodForm } from '../testing/doctor-fixture.ts';
import { needsChromium } from '../testing/engines.ts';

const withStyle = (style: string, form: string) => `<div style="${style}">${form}</div>`;

describe('the doctor looks at what visitors see', () => {
  it('and finds nothing in a good page', async () => {
    const { doctor } = await doctorFixture(goodForm());
    expect(codesOf(doctor)).to.deep.equal([]);
  });

  for (const between of ['', '  \n ', '<!-- Sample -->', '<template>Sample</template>']) {
    it(`nothing between the tags: ${JSON.stringify(between)}`, async () => {
      const { doctor } = await doctorFixture(goodForm('', between));
      expect(codesOf(doctor)).to.deep.equal(['doctor/fallback-missing']);
    });
  }

  it('a widget that is in another language than the page', async () => {
    const form = goodForm('lang="es"');
    const { doctor } = await doctorFixture(form, async (page) => {
      // As it is when the file of the language did not arrive.
      await until(() => rootIn(page));
      rootIn(page)!.lang = 'en';
    });
    expect(codesOf(doctor)).to.deep.equal(['pro-kid/language-failed']);
  });

  it('but not one whose language is loaded, nor one that has no such language', async () => {
    const { doctor } = await doctorFixture(
      goodForm('lang="es-MX"') + goodForm('lang="fr"'),
      (page) => until(() => rootIn(page)),
    );
    expect(codesOf(doctor)).to.deep.equal([]);
  });

  it('a page that keeps no room', async () => {
    const form = goodForm().replace(/ style="[^"]+"/, '');
    const { doctor } = await doctorFixture(form);
    expect(codesOf(doctor, 'advice')).to.deep.equal(['doctor/no-room']);
    expect(foundOf(doctor, 'doctor/no-room')).to.match(/it is \d{3,4} pixels tall/);
  });

  it('a page that jumps, since the room is too small', async function () {
    needsChromium(this, 'a measure of jumps');
    const form = goodForm().replace('300px', '1px;height:40px;overflow:clip');
    const { doctor } = await doctorFixture(
      withStyle('position:relative', `${form}<p>After the form</p>`),
      async (page) => {
        const join = page.querySelector<HTMLElement>('pro-kid-join')!;
        await frames(2);
        join.style.height = '300px';
        await frames(2);
      },
    );
    expect(codesOf(doctor)).to.deep.equal(['doctor/page-jumped']);
    expect(foundOf(doctor, 'doctor/page-jumped')).to.match(/layout shift around it was \d\.\d{3}/);
  });
});

describe('the doctor measures the contrast of the colors in use', () => {
  const themes: Record<string, [style: string, found: string[]]> = {
    'ours, light and dark': ['color-scheme: light dark', []],
    'an accent that is too light for the button': [
      '--pro-kid-accent: #e8935f',
      ['light look', 'the button’s text on the accent 2.', 'links on paper 2.'],
    ],
    'a color in another notation': ['--pro-kid-ink: oklch(0.75 0.02 260)', ['text on paper 2.']],
    'a dark look that was not thought of': [
      'color-scheme: dark; --pro-kid-ink: #1c2333',
      ['dark look', 'text on paper 1.', 'the edge of fields on paper 1.'],
    ],
  };
  for (const [title, [style, found]] of Object.entries(themes)) {
    it(title, async () => {
      const { doctor } = await doctorFixture(withStyle(style, goodForm()));
      expect(codesOf(doctor)).to.deep.equal(found.length > 0 ? ['doctor/contrast'] : []);
      for (const each of found) expect(foundOf(doctor, 'doctor/contrast')).to.include(each);
      const hasBoth = style.includes('light dark');
      expect(doctor.report.includes('Set your system to dark')).to.equal(hasBoth);
    });
  }

  it('and leaves nothing in the widget', async () => {
    const { page } = await doctorFixture(goodForm());
    expect(page.querySelector('pro-kid-join')!.shadowRoot!.querySelector('.root > i')).to.equal(
      null,
    );
  });
});

const rootIn = (page: HTMLElement) =>
  page.querySelector('pro-kid-join')!.shadowRoot!.querySelector<HTMLElement>('.root');

async function frames(count: number): Promise<void> {
  for (let each = 0; each < count; each++) await new Promise(requestAnimationFrame);
}
