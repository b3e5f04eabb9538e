import { expect } from '@open-wc/testing';
import '../define/join.ts';
import { until } from '../testing/deck-fixture.ts';
import {
  answered,
  badFixture,
  doctorFixture,
  goodForm,
  press,
  statusOf,
  type DoctorFixture,
} from '../testing/doctor-fixture.ts';
import { forceColors, resetMedia } from '../testing/engines.ts';
import { stand } from '../testing/share-fixture.ts';
import type { DoctorElement } from './doctor-element.ts';

type Show = (arrived?: (page: HTMLElement) => unknown) => Promise<DoctorFixture>;

const good: Show = (arrived) => doctorFixture(goodForm(), arrived);

const states: Record<string, [show: Show, enter: (doctor: DoctorElement) => unknown]> = {
  'with all fine': [good, () => undefined],
  'with all fine, and that open': [
    good,
    (doctor) => (doctor.shadowRoot!.querySelector('details')!.open = true),
  ],
  'with problems and advice': [badFixture, () => undefined],
  'after a test': [
    good,
    (doctor) =>
      answered(
        () => new Response('', { status: 201 }),
        () => doctor.test(),
      ),
  ],
  'with the report to copy': [
    badFixture,
    async (doctor) => {
      const undo = stand('clipboard', undefined);
      press(doctor, 'Copy the report');
      await until(() => statusOf(doctor).includes('below'));
      undo();
    },
  ],
  'in its corner': [badFixture, (doctor) => doctor.setAttribute('floating', '')],
};

describe('axe finds nothing in <pro-kid-doctor>', () => {
  for (const scheme of ['light', 'dark']) {
    for (const [title, [show, enter]] of Object.entries(states)) {
      it(`${title}, ${scheme}`, async () => {
        const { doctor } = await show(({ style }) => {
          style.colorScheme = scheme;
          style.background = scheme === 'dark' ? '#12161f' : '#fff';
        });
        await enter(doctor);
        await expect(doctor).to.be.accessible();
      });
    }
  }
});

describe('<pro-kid-doctor> fits', () => {
  it('into 240 to 1280 pixels, with targets of 44', async () => {
    const { doctor, page } = await badFixture();
    doctor.shadowRoot!.querySelector('details')!.open = true;
    for (const width of [240, 360, 768, 1280]) {
      page.style.width = `${width}px`;
      const root = doctor.shadowRoot!.querySelector('.root')!;
      expect(root.scrollWidth, String(width)).to.be.at.most(root.clientWidth);
      for (const button of root.querySelectorAll('button')) {
        if (button.offsetParent) expect(button.offsetHeight).to.be.at.least(44);
      }
    }
  });

  it('into forced colors', async function () {
    await forceColors(this);
    const { doctor } = await doctorFixture(goodForm());
    const strong = doctor.shadowRoot!.querySelector('.strong')!;
    expect(getComputedStyle(strong).borderTopStyle).to.equal('solid');
    await resetMedia();
  });
});
