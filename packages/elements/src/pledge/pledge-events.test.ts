import { expect } from '@open-wc/testing';
import {
  answerFile,
  campaignFixture,
  fullPledge,
  samplePledge,
  tick,
  write,
} from '../testing/campaign-fixture.ts';
import { until } from '../testing/deck-fixture.ts';
import { find, nextEvent, person, saysOf, submit, type } from '../testing/join-fixture.ts';
import { figures } from '../testing/progress-fixture.ts';

const NAMES = ['pro-kid-submit', 'pro-kid-delivered', 'pro-kid-failed'] as const;

/** What leaves the element, as the page hears it. */
function hear(names: readonly string[]) {
  const heard: Event[] = [];
  const listen = (event: Event) => void heard.push(event);
  for (const name of names) document.addEventListener(name, listen);
  return {
    heard,
    undo: () => names.forEach((name) => document.removeEventListener(name, listen)),
  };
}

describe('what the page hears of a pledge', () => {
  it('one event before sending and one after, with the facts, through every shadow root', async () => {
    const outer = document.createElement('div');
    const inside = document.createElement('div');
    outer.attachShadow({ mode: 'open' }).append(inside);
    const campaign = samplePledge();
    const { element, sent } = await campaignFixture(campaign, {}, inside);
    document.body.append(outer);
    const { heard, undo } = hear(NAMES);
    tick(element, 'commitment-read');
    type(element, person);
    expect(heard).to.deep.equal([]);
    const delivering = nextEvent(element, 'pro-kid-delivered');
    await submit(element);
    undo();
    expect(heard.map((event) => event.type)).to.deep.equal(['pro-kid-submit', 'pro-kid-delivered']);
    expect(heard.every((event) => event.bubbles && event.composed)).to.equal(true);
    const {
      submissionType,
      kind,
      campaign: id,
      outcome,
      id: submission,
      counts,
    } = await delivering;
    expect({ submissionType, kind, id, outcome, submission }).to.deep.equal({
      submissionType: 'pledge',
      kind: 'individual',
      id: campaign.id,
      outcome: 'confirmed',
      submission: sent[0]!.id,
    });
    expect(counts?.individuals).to.equal(12480);
    outer.remove();
  });

  it('which fields were wrong, and nothing that the visitor said', async () => {
    const { element } = await campaignFixture(fullPledge());
    const { heard, undo } = hear(NAMES);
    await submit(element);
    tick(element, 'commitment-read', 'answer-role', 'answer-topics:2', 'consent-rules');
    type(element, { ...person, 'postal-code': '95814', 'answer-heard': 'At the fair' });
    write(element, 'comment', 'For Leo.');
    await submit(element);
    undo();
    expect(heard.map((event) => event.type)).to.deep.equal([
      'pro-kid-failed',
      'pro-kid-submit',
      'pro-kid-delivered',
    ]);
    const said = heard.map(saysOf).join();
    expect(said).to.include('"codes":["required"');
    for (const typed of [
      ...Object.values(person),
      ...['95814', 'fair', 'Leo', 'read', 'housing', 'parent'],
    ]) {
      expect(said).not.to.include(typed);
    }
  });

  it('that it is ready, once, and nothing of that from the elements inside', async () => {
    const { undo: undoFile } = answerFile(JSON.stringify(figures(10, 2)));
    const { heard, undo } = hear(['pro-kid-ready']);
    const campaign = samplePledge({
      endpoint: {
        url: 'https://receiver.example/',
        counts: { url: 'https://files.example/counts?campaign=ready' },
      },
    });
    const { element } = await campaignFixture(campaign);
    const progress = find(element, 'pro-kid-progress');
    await until(() => progress.matches(':state(known)'));
    tick(element, 'commitment-read');
    type(element, person);
    await submit(element);
    await until(() => find(element, 'pro-kid-share').shadowRoot?.querySelector('[part=copy]'));
    find(element, '[part=join]').click();
    await until(() => element.shadowRoot!.activeElement?.localName === 'pro-kid-join');
    expect(heard.map(({ target }) => target)).to.deep.equal([element]);
    undo();
    undoFile();
  });

  it('of the answers that it adds itself, they are sent with those of the form', async () => {
    const { element, sent } = await campaignFixture(
      samplePledge({ custom: [{ type: 'checkbox', name: 'volunteer', label: 'I can help' }] }),
    );
    element.addEventListener('pro-kid-submit', ({ answers }) => (answers['heard'] = 'At the fair'));
    tick(element, 'commitment-read');
    type(element, person);
    await submit(element);
    expect(sent[0]!.answers).to.deep.equal({ volunteer: 'no', heard: 'At the fair' });
  });

  it('may hold it back', async () => {
    const { element, sent } = await campaignFixture(samplePledge());
    element.addEventListener('pro-kid-submit', (event) => event.preventDefault());
    tick(element, 'commitment-read');
    type(element, person);
    await element.submit();
    expect(sent).to.deep.equal([]);
    expect(element.matches(':state(idle)')).to.equal(true);
  });
});

describe('the count inside a pledge', () => {
  it('has one more at once when it is signed, and asks the campaign’s own address', async () => {
    const { asked, undo } = answerFile(JSON.stringify(figures(10, 2)));
    const counts = { url: 'https://files.example/counts?campaign=one-more' };
    const { element, answerWith } = await campaignFixture(
      samplePledge({
        goal: { start: 100, offline: 5 },
        endpoint: { url: 'https://receiver.example/', counts },
      }),
    );
    const progress = find(element, 'pro-kid-progress');
    await until(() => progress.matches(':state(known)'));
    expect(asked[0]).to.equal(counts.url);
    const total = () => progress.shadowRoot!.querySelector('[part=total]')?.textContent.trim();
    await until(() => total()?.startsWith('17'));
    answerWith({ outcome: 'accepted' });
    tick(element, 'commitment-read');
    type(element, person);
    await submit(element);
    await until(() => total()?.startsWith('18'));
    undo();
  });
});
