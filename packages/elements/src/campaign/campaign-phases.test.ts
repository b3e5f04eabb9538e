import { expect } from '@open-wc/testing';
import type { Campaign } from '@pro-kid/contract';
import {
  answerFile,
  campaignFixture,
  samplePledge,
  tick,
  untilState,
  type SignElement,
} from '../testing/campaign-fixture.ts';
import { all, until } from '../testing/deck-fixture.ts';
import { find, input, person, submit, textOf, type } from '../testing/join-fixture.ts';
import { figures } from '../testing/progress-fixture.ts';
import { phaseOf } from './phase.ts';

const PHASES = ['form', 'age', 'younger', 'signed', 'not-yet-open', 'closed', 'reached'];
const statesOf = (element: SignElement) =>
  PHASES.filter((state) => element.matches(`:state(${state})`));

describe('when a campaign can be signed', () => {
  for (const [title, more, state, en, es] of [
    [
      'not any more',
      { closes: '2020-06-30T23:59:00-07:00' },
      'closed',
      /^Closed This campaign ended on June 30, 2020 at 11:59 PM Pacific Daylight Time\. Nobody can sign any more\.$/,
      /^Cerrada Esta campaña terminó el 30 de junio de 2020.+hora de verano del Pacífico\./,
    ],
    [
      'not yet',
      { opens: '2099-01-01T09:00:00-08:00' },
      'not-yet-open',
      /^Not open yet You can sign from January 1, 2099 at 9:00 AM Pacific Standard Time on\.$/,
      /^Aún no está abierta Podrá firmar desde el 1 de enero de 2099/,
    ],
  ] as [string, Partial<Campaign>, string, RegExp, RegExp][]) {
    for (const [lang, words] of [
      ['en', en],
      ['es', es],
    ] as const) {
      it(`${title}, in ${lang}: it says so, and shows what it is about`, async () => {
        const { element, sent } = await campaignFixture(samplePledge(more), { lang });
        expect(statesOf(element)).to.deep.equal([state]);
        expect(textOf(element, '[part=stage]')).to.match(words);
        expect(find(element, '[part=statement]').getClientRects()).not.to.have.length(0);
        expect(all(element, 'form')).to.deep.equal([]);
        await element.submit();
        expect(sent).to.deep.equal([]);
      });
    }
  }

  it('the moments themselves count: from the first on, until before the last', () => {
    const campaign = samplePledge({
      opens: '2026-01-01T00:00:00Z',
      closes: '2026-02-01T00:00:00Z',
    });
    const at = (moment: string) => phaseOf(campaign, undefined, false, Date.parse(moment));
    expect(at('2025-12-31T23:59:59.999Z')).to.equal('not-yet-open');
    expect(at('2026-01-01T00:00:00Z')).to.equal('form');
    expect(at('2026-01-31T23:59:59.999Z')).to.equal('form');
    expect(at('2026-02-01T00:00:00Z')).to.equal('closed');
  });

  it('what closes while it is filled in is not sent, and the focus goes to the word of it', async () => {
    const soon = new Date(Date.now() + 4000).toISOString().replace(/\.\d+/, '');
    const { element, sent } = await campaignFixture(samplePledge({ closes: soon }));
    expect(statesOf(element)).to.deep.equal(['form']);
    tick(element, 'commitment-read');
    type(element, person);
    await until(() => Date.now() >= Date.parse(soon));
    expect(all(element, 'form')).not.to.deep.equal([]);
    find(element, '[type=submit]').click();
    await untilState(element, 'closed');
    await until(() => element.shadowRoot!.activeElement?.part.value === 'sign');
    expect(textOf(element, '[part=stage]')).to.include('Nobody can sign any more');
    expect(sent).to.deep.equal([]);
  });
});

describe('who has signed on this page already', () => {
  async function signedElsewhere() {
    const campaign = samplePledge();
    const first = await campaignFixture(campaign);
    const second = await campaignFixture(campaign);
    const other = await campaignFixture(samplePledge());
    tick(first.element, 'commitment-read');
    type(first.element, person);
    await submit(first.element);
    await second.element.updateComplete;
    return { first, second, other };
  }

  it('is told so by every other form of that campaign, and by no other', async () => {
    const { first, second, other } = await signedElsewhere();
    expect(first.element.matches(':state(done)')).to.equal(true);
    expect(statesOf(second.element)).to.deep.equal(['signed']);
    expect(textOf(second.element, '[part=stage]')).to.equal(
      'You have signed You signed this on this page already. Thank you. Sign for another person',
    );
    expect(statesOf(other.element)).to.deep.equal(['form']);
    await second.element.submit();
    expect(second.sent).to.deep.equal([]);
  });

  it('may sign for another person, in an empty form that has the focus', async () => {
    const { second } = await signedElsewhere();
    find(second.element, '[part=stage] button').click();
    await untilState(second.element, 'form');
    await until(() => second.element.shadowRoot!.activeElement?.part.value === 'sign');
    expect(input(second.element, 'email').value).to.equal('');
    tick(second.element, 'commitment-call');
    type(second.element, { 'given-name': 'Ben', email: 'ben@example.org' });
    await submit(second.element);
    expect(second.sent).to.have.length(1);
  });

  it('stays so where what follows fails', async () => {
    const campaign = samplePledge();
    const { element, answerWith } = await campaignFixture(campaign);
    const other = await campaignFixture(campaign);
    answerWith({ outcome: 'refused', code: 'status', status: 403 });
    tick(element, 'commitment-read');
    type(element, person);
    await submit(element);
    await other.element.updateComplete;
    expect(statesOf(other.element)).to.deep.equal(['form']);
  });

  it('may start anew after reset()', async () => {
    const { first } = await signedElsewhere();
    first.element.reset();
    await first.element.updateComplete;
    expect(statesOf(first.element)).to.deep.equal(['form']);
    expect(input(first.element, 'commitment-read').checked).to.equal(false);
  });
});

describe('a campaign whose goal is reached', () => {
  for (const [lang, words] of [
    ['en', 'The goal is reached. You can still sign.'],
    ['es', 'Se alcanzó la meta. Todavía puede firmar.'],
  ] as const) {
    it(`says so, and can still be signed, in ${lang}`, async () => {
      const { undo } = answerFile(JSON.stringify(figures(150, 2)));
      const campaign = samplePledge({ goal: { start: 100 } });
      campaign.endpoint = {
        url: 'https://receiver.example/',
        counts: { url: `https://files.example/counts?campaign=${campaign.id}` },
      };
      const { element, sent } = await campaignFixture(campaign, { lang });
      await untilState(element, 'reached');
      expect(statesOf(element)).to.deep.equal(['form', 'reached']);
      expect(textOf(element, '[part=reached]')).to.equal(words);
      tick(element, 'commitment-read');
      type(element, person);
      await submit(element);
      expect(sent).to.have.length(1);
      undo();
    });
  }
});

describe('an element that is taken off the page', () => {
  it('hears nothing of the page any more', async () => {
    const campaign = samplePledge();
    const first = await campaignFixture(campaign);
    const second = await campaignFixture(campaign);
    second.element.remove();
    tick(first.element, 'commitment-read');
    type(first.element, person);
    await submit(first.element);
    await second.element.updateComplete;
    expect(statesOf(second.element)).to.deep.equal(['form']);
  });

  it('gives up on a file, and asks again when it comes back', async () => {
    const { asked, undo } = answerFile(
      JSON.stringify(samplePledge({ endpoint: { url: 'https://receiver.example/' } })),
    );
    const element = document.createElement('pro-kid-pledge');
    element.src = 'https://files.example/moved.json';
    document.body.append(element);
    await element.updateComplete;
    element.remove();
    await new Promise((resolve) => setTimeout(resolve));
    document.body.append(element);
    await until(() => element.shadowRoot!.querySelector('form'));
    expect(asked.length).to.be.at.least(1);
    element.remove();
    undo();
  });

  it('stops waiting for an answer', async () => {
    const { element } = await campaignFixture(samplePledge());
    let signal: AbortSignal | undefined;
    element.deliver = (_submission, options) => {
      ({ signal } = options);
      return new Promise(() => undefined);
    };
    tick(element, 'commitment-read');
    type(element, person);
    find(element, '[type=submit]').click();
    await until(() => signal);
    element.remove();
    await Promise.resolve();
    expect(signal!.aborted).to.equal(true);
  });
});
