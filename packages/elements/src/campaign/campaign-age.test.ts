import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { check, submission, type Campaign } from '@pro-kid/contract';
import {
  bornBefore,
  campaignFixture,
  comeWith,
  samplePetition,
  samplePledge,
  sayYear,
  tick,
} from '../testing/campaign-fixture.ts';
import { all, until } from '../testing/deck-fixture.ts';
import { find, input, nextEvent, person, submit, textOf, type } from '../testing/join-fixture.ts';
import { version } from '../version.ts';
import { AgeQuestion } from './age-question.ts';

const forThirteen = (more: Partial<Campaign> = {}) =>
  samplePledge({ privacy: { minimumAge: 13 }, ...more });
const countingAll = () => samplePledge({ privacy: { minimumAge: 13, countYounger: true } });
const focused = (element: HTMLElement) => element.shadowRoot!.activeElement;

describe('where a campaign has a minimum age', () => {
  it('the year of birth is asked before anything else, with nothing that suggests an answer', async () => {
    const { element } = await campaignFixture(forThirteen());
    expect(element.matches(':state(age)')).to.equal(true);
    const inputs = all<HTMLInputElement>(element, 'input');
    expect(inputs.map(({ id }) => id)).to.deep.equal(['birth-year']);
    expect(inputs[0]).to.include({ value: '', placeholder: '', name: '' });
    expect(textOf(element, 'label[for=birth-year]')).to.equal('What year were you born?');
    expect(textOf(element)).not.to.match(/13|age|old|young/);
  });

  it('who is old enough goes on to the form, with the focus there', async () => {
    const { element, sent } = await campaignFixture(forThirteen());
    await sayYear(element, bornBefore(30));
    expect(element.matches(':state(form)')).to.equal(true);
    expect(focused(element)?.part.value).to.equal('sign');
    tick(element, 'commitment-read');
    type(element, person);
    await submit(element);
    expect(JSON.stringify(sent[0])).not.to.include(String(bornBefore(30)));
  });

  it('the Enter key goes on as well', async () => {
    const { element } = await campaignFixture(forThirteen());
    find(element, '#birth-year').focus();
    await sendKeys({ type: String(bornBefore(30)) });
    await sendKeys({ press: 'Enter' });
    await until(() => element.matches(':state(form)'));
  });

  it('a link to the page still ticks its commitments, once they are there', async () => {
    const undo = comeWith('pro-kid-commitments=call');
    const { element } = await campaignFixture(forThirteen());
    await sayYear(element, bornBefore(30));
    expect(input(element, 'commitment-call').checked).to.equal(true);
    undo();
  });

  for (const year of ['', '12', 'nonsense', '19 90', '1066', String(bornBefore(-1)), '20260']) {
    it(`“${year}” is no year of birth: it is asked again, at the field`, async () => {
      const { element } = await campaignFixture(forThirteen());
      await sayYear(element, year);
      expect(textOf(element, '#birth-year-error')).to.equal(
        'Enter the year you were born, with 4 digits',
      );
      const field = find(element, '#birth-year');
      expect(field.ariaInvalid).to.equal('true');
      expect(field.getAttribute('aria-describedby')).to.equal('birth-year-error');
      await until(() => focused(element) === field);
      await sayYear(element, bornBefore(30));
      expect(element.matches(':state(form)')).to.equal(true);
    });
  }

  it('only who reaches it in any month of the year is old enough', () => {
    const { id } = forThirteen();
    const yearOf = (age: number) => {
      const question = new AgeQuestion(`${id}-${age}`, 13);
      expect(question.take(String(2026 - age), 2026)).to.equal(true);
      return question.answer;
    };
    expect(yearOf(14)).to.equal('old-enough');
    expect(yearOf(13)).to.equal('younger');
    expect(yearOf(12)).to.equal('younger');
  });
});

describe('who is younger', () => {
  let posted: unknown[] = [];
  const { fetch } = window;
  beforeEach(() => {
    posted = [];
    window.fetch = (...request) => {
      posted.push(request[0]);
      return fetch(...request);
    };
  });
  afterEach(() => void (window.fetch = fetch));

  it('is asked nothing, and nothing is sent or kept but that', async () => {
    const before = { ...sessionStorage };
    const campaign = forThirteen();
    const { element, sent } = await campaignFixture(campaign);
    await sayYear(element, bornBefore(12));
    expect(element.matches(':state(younger)')).to.equal(true);
    expect(textOf(element, '[part=stage]')).to.include('Thank you for caring');
    expect(focused(element)?.part.value).to.equal('sign');
    expect(all(element, 'form, input')).to.deep.equal([]);
    await element.submit();
    expect(sent).to.deep.equal([]);
    expect(posted).to.deep.equal([]);
    const key = `pro-kid-younger:${campaign.id}`;
    expect({ ...sessionStorage }).to.deep.equal({ ...before, [key]: '1' });
    expect({ ...localStorage }).to.deep.equal({});
    expect(document.cookie).to.equal('');
  });

  it('cannot take it back, neither there nor in a fresh element in the same tab', async () => {
    const campaign = forThirteen();
    const { element } = await campaignFixture(campaign);
    await sayYear(element, bornBefore(12));
    element.reset();
    await element.updateComplete;
    expect(element.matches(':state(younger)')).to.equal(true);

    const fresh = await campaignFixture(campaign);
    expect(fresh.element.matches(':state(younger)')).to.equal(true);
    expect(all(fresh.element, 'input')).to.deep.equal([]);
  });

  it('nor in another element that asked already', async () => {
    const campaign = forThirteen();
    const first = await campaignFixture(campaign);
    const second = await campaignFixture(campaign);
    await sayYear(first.element, bornBefore(12));
    await sayYear(second.element, bornBefore(30));
    expect(second.element.matches(':state(younger)')).to.equal(true);
  });

  it('stays so within the element where the browser has no storage', () => {
    const { getItem, setItem } = Storage.prototype;
    const fail = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    Object.assign(Storage.prototype, { getItem: fail, setItem: fail });
    try {
      const question = new AgeQuestion('without-storage', 13);
      expect(question.answer).to.equal('open');
      question.take('2020', 2026);
      question.take('1980', 2026);
      expect(question.answer).to.equal('younger');
    } finally {
      Object.assign(Storage.prototype, { getItem, setItem });
    }
  });

  for (const campaign of [
    countingAll(),
    samplePetition({ privacy: { minimumAge: 13, countYounger: true } }),
  ]) {
    it(`may be counted without a name, with no personal data at all, by a ${campaign.type}`, async () => {
      const { element, sent } = await campaignFixture(campaign, {
        partner: 'first-steps',
        parameters: 'wtr-session-id',
      });
      await element.prefill({ givenName: 'Leo', email: 'leo@example.org' });
      element.addEventListener('pro-kid-submit', ({ answers }) => (answers['school'] = 'Oak'));
      await sayYear(element, bornBefore(10));
      expect(textOf(element, '[type=submit]')).to.equal('Count me without my name');
      const delivered = nextEvent(element, 'pro-kid-delivered');
      await submit(element);
      const [body] = sent;
      expect(check(submission, body)).to.deep.equal({ valid: true, value: body });
      expect(body).to.deep.equal({
        version: 1,
        id: body!.id,
        type: campaign.type,
        member: { kind: 'anonymous' },
        ...(campaign.type === 'pledge' && { pledge: { commitments: [], showName: false } }),
        consents: [],
        source: {
          campaign: campaign.id,
          partner: 'first-steps',
          widget: element.localName,
          widgetVersion: version,
        },
        language: 'en',
        submittedAt: body!.submittedAt,
      });
      expect((await delivered).kind).to.equal('anonymous');
      expect(textOf(element, '#thanks')).to.equal(
        'Thank you! You are counted. One was added to the count, without your name.',
      );
      // Nobody who gave no name can go on to join with it.
      expect(all(element, '[part=join]')).to.deep.equal([]);
    });
  }

  it('is not offered that where the service takes nobody without a name', async () => {
    const { element } = await campaignFixture({
      ...countingAll(),
      endpoint: { url: 'https://receiver.example/', format: 'mailchimp' },
    });
    element.deliver = undefined;
    await sayYear(element, bornBefore(10));
    expect(element.matches(':state(younger)')).to.equal(true);
    expect(all(element, 'form')).to.deep.equal([]);
    await element.submit();
    expect(posted.filter((url) => String(url).includes('receiver.example'))).to.deep.equal([]);
  });
});

describe('the next person at the same screen', () => {
  it('is asked for the year anew', async () => {
    const { element } = await campaignFixture(forThirteen());
    await sayYear(element, bornBefore(30));
    tick(element, 'commitment-read');
    type(element, person);
    await submit(element);
    element.reset();
    await element.updateComplete;
    expect(element.matches(':state(age)')).to.equal(true);
  });
});
