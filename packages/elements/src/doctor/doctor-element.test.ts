import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../define/join.ts';
import {
  answered,
  badFixture,
  codesOf,
  doctorFixture,
  goodForm,
  press,
  statusOf,
} from '../testing/doctor-fixture.ts';
import { until } from '../testing/deck-fixture.ts';
import { input } from '../testing/join-fixture.ts';
import { stand } from '../testing/share-fixture.ts';
import type { DoctorElement } from './doctor-element.ts';

const text = (doctor: DoctorElement) => doctor.shadowRoot!.querySelector('.root')!.textContent;
const focused = (doctor: DoctorElement) => doctor.shadowRoot!.activeElement?.textContent ?? '';

describe('<pro-kid-doctor>', () => {
  it('says what is wrong, worst first, with what to do and a code', async () => {
    const { doctor } = await badFixture();
    expect(codesOf(doctor)).to.deep.equal([
      'doctor/privacy-missing',
      'pro-kid/endpoint-scheme',
      'doctor/fallback-missing',
      'doctor/no-room',
    ]);
    expect(text(doctor)).to.include('Pro-Kid doctor: 2 problems, 2 pieces of advice');
    const [line] = doctor.shadowRoot!.querySelectorAll('li');
    expect(line!.textContent).to.equal(
      'Problem · <pro-kid-join>There is no link to a privacy policy.' +
        'Set privacy to the address of your privacy policy. [doctor/privacy-missing]',
    );
    expect(line!.querySelector('p:last-child code')!.textContent).to.equal('privacy');
  });

  it('says that all is fine, and then only what is good to know', async () => {
    const { doctor } = await doctorFixture(goodForm());
    expect(text(doctor)).to.include('Pro-Kid doctor: all fine');
    const shown = [...doctor.shadowRoot!.querySelectorAll<HTMLElement>('section section, details')];
    const visible = shown.filter(({ hidden }) => !hidden);
    expect(visible.map((part) => part.querySelector('h3, summary')!.textContent)).to.deep.equal([
      'Fine, or good to know (2)',
      'Test the endpoint',
    ]);
  });

  it('writes one line on the console, with the counts', async () => {
    const { lines } = await badFixture();
    expect(lines).to.deep.equal(['<pro-kid-doctor>: 2 problems, 2 pieces of advice']);
  });

  it('is in English, and says so, on a page in any language', async () => {
    const page = document.createElement('div');
    page.lang = 'es';
    page.dir = 'rtl';
    const { doctor } = await doctorFixture(page);
    const { lang, dir } = doctor.shadowRoot!.querySelector<HTMLElement>('.root')!;
    expect([lang, dir]).to.deep.equal(['en', 'ltr']);
  });

  it('asks nobody anything but for the files of widgets, until somebody presses', async () => {
    const requests = await answered(
      () => new Response('', { status: 422 }),
      async (sent) => {
        const { doctor } = await doctorFixture(goodForm());
        await doctor.examine();
        expect(sent).to.deep.equal([]);
        press(doctor, 'Run the test');
        await until(() => statusOf(doctor).startsWith('Tested. Sent: POST'));
        expect(doctor.report).to.include('## Sent by the test');
      },
    );
    expect(requests).to.have.length(1);
  });

  it('offers no test where there is nothing to test', async () => {
    const { doctor } = await badFixture();
    const tests = doctor.shadowRoot!.querySelector<HTMLElement>('[aria-labelledby=tests]')!;
    expect(tests.hidden).to.equal(true);
  });

  it('looks again when it is asked, and forgets a test', async () => {
    const { doctor, page } = await doctorFixture(goodForm());
    await answered(
      () => new Response('', { status: 500 }),
      () => doctor.test(),
    );
    expect(codesOf(doctor)).to.deep.equal(['doctor/endpoint-status']);
    page.querySelector('pro-kid-join')!.removeAttribute('privacy');
    press(doctor, 'Look again');
    await until(() => statusOf(doctor) === 'Looked again: 1 problem.');
    expect(codesOf(doctor)).to.deep.equal(['doctor/privacy-missing']);
    expect(doctor.report).to.not.include('Sent by the test');
  });

  it('is used by keyboard, and keeps the focus where it is', async () => {
    const { doctor } = await doctorFixture(goodForm());
    const order: string[] = [];
    doctor.shadowRoot!.querySelector<HTMLElement>('#title')!.focus();
    for (let each = 0; each < 4; each++) {
      await sendKeys({ press: 'Tab' });
      order.push(focused(doctor));
    }
    const names = ['Fine, or good to know (2)', 'Run the test', 'Copy the report', 'Look again'];
    expect(order).to.deep.equal(names);
    await sendKeys({ press: 'Enter' });
    await until(() => statusOf(doctor).startsWith('Looked again'));
    expect(focused(doctor)).to.equal('Look again');
  });

  it('closes where it came by itself, and only there', async () => {
    const { doctor, page } = await doctorFixture(goodForm());
    expect(() => press(doctor, 'Close')).to.throw('No button');
    doctor.remove();
    const corner = document.createElement('pro-kid-doctor');
    corner.setAttribute('floating', '');
    page.append(corner);
    press(corner, 'Close');
    expect(corner.isConnected).to.equal(false);
  });

  it('does nothing more once it is gone', async () => {
    const { doctor } = await doctorFixture(goodForm());
    const before = doctor.findings;
    doctor.remove();
    await doctor.examine();
    document.dispatchEvent(new Event('pro-kid-ready'));
    expect(doctor.findings).to.deep.equal(before);
  });
});

describe('the doctor’s report', () => {
  it('is Markdown that can be copied', async () => {
    const copied: string[] = [];
    const undo = stand('clipboard', { writeText: async (text: string) => void copied.push(text) });
    const { doctor } = await badFixture();
    press(doctor, 'Copy the report');
    await until(() => statusOf(doctor) === 'Copied.');
    undo();
    expect(copied).to.deep.equal([doctor.report]);
    expect(doctor.report)
      .to.match(/^# Pro-Kid doctor: 2 problems, 2 pieces of advice\n\nPage: http:/)
      .and.include('\n## Problems\n\n- `<pro-kid-join>`: There is no link')
      .and.include('your privacy policy. [doctor/privacy-missing]\n');
  });

  it('stands on the page where it cannot be copied', async () => {
    const undo = stand('clipboard', undefined);
    const { doctor } = await badFixture();
    press(doctor, 'Copy the report');
    await until(() => statusOf(doctor).includes('Copy the text below'));
    undo();
    const area = doctor.shadowRoot!.querySelector('textarea')!;
    expect(area.value).to.equal(doctor.report);
    expect(doctor.shadowRoot!.activeElement).to.equal(area);
  });

  it('holds nothing that somebody typed, and no address with what belongs to one person', async () => {
    const address = location.href;
    history.replaceState(null, '', '?mail=ana@private.example#secret');
    document.cookie = 'session=cookie-sample';
    try {
      const { doctor } = await doctorFixture(goodForm('partner="p"'), async (page) => {
        const join = page.querySelector('pro-kid-join')!;
        await until(() => join.shadowRoot!.querySelector('form'));
        input(join, 'email').value = 'ana@private.example';
      });
      await answered(
        () => new Response('', { status: 422 }),
        () => doctor.test(),
      );
      const shown = doctor.report + text(doctor);
      for (const each of ['private', 'secret', 'cookie-sample', '?', '#s']) {
        expect(shown).to.not.include(each);
      }
    } finally {
      history.replaceState(null, '', address);
      document.cookie = 'session=; max-age=0';
    }
  });
});
