import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import type { Outcome } from '@pro-kid/client';
import type { Campaign } from '@pro-kid/contract';
import {
  bornBefore,
  campaignFixture,
  fullPledge,
  samplePledge,
  sayYear,
  tick,
  untilState,
  type CampaignFixture,
} from '../testing/campaign-fixture.ts';
import { all, until } from '../testing/deck-fixture.ts';
import { forceColors, needsChromium, resetMedia, stopMotion } from '../testing/engines.ts';
import { find, group, person, submit, type } from '../testing/join-fixture.ts';

const sign = async ({ element }: CampaignFixture) => {
  tick(element, 'commitment-read');
  type(element, person);
  await submit(element);
};
const untilShared = ({ element }: CampaignFixture) =>
  until(() => find(element, 'pro-kid-share').shadowRoot?.querySelector('[part=copy]'));
const young = { minimumAge: 13, countYounger: true };

/** Every state in which a visitor may meet a pledge: its file, and how they come there. */
const states: Record<string, [() => Campaign, ((form: CampaignFixture) => unknown)?]> = {
  'as it comes, with all that a file can ask': [
    () => ({ ...fullPledge(), example: true, closes: '2099-12-31T23:59:00-08:00' }),
  ],
  'for an organization': [
    samplePledge,
    ({ element }) => {
      element.kind = 'organization';
      type(element, group);
    },
  ],
  'with errors': [
    () => ({ ...fullPledge(), fields: { comment: 'required' } }),
    ({ element }) => submit(element),
  ],
  'while sending': [
    samplePledge,
    async ({ element, answerWith, sent }) => {
      answerWith(new Promise<Outcome>(() => undefined));
      tick(element, 'commitment-read');
      type(element, person);
      find(element, '[type=submit]').click();
      await until(() => sent.length > 0);
    },
  ],
  'after a failure': [
    samplePledge,
    (form) => {
      form.answerWith({ outcome: 'unreachable', cause: 'network' });
      return sign(form);
    },
  ],
  'after the thank-you': [samplePledge, async (form) => (await sign(form), untilShared(form))],
  'on the way to join': [
    samplePledge,
    async (form) => {
      await sign(form);
      await untilShared(form);
      find(form.element, '[part=join]').click();
      await until(() => form.element.shadowRoot!.activeElement?.localName === 'pro-kid-join');
    },
  ],
  'in test mode': [() => samplePledge({ test: true })],
  closed: [() => samplePledge({ closes: '2020-01-01T00:00:00Z' })],
  'not yet open': [() => samplePledge({ opens: '2099-01-01T00:00:00Z' })],
  'asking for the year of birth': [() => samplePledge({ privacy: young })],
  'with a wrong year': [
    () => samplePledge({ privacy: young }),
    ({ element }) => sayYear(element, 'x'),
  ],
  'for who is too young': [
    () => samplePledge({ privacy: young }),
    ({ element }) => sayYear(element, bornBefore(8)),
  ],
  'signed elsewhere on the page': [
    samplePledge,
    async ({ element }) => {
      const other = await campaignFixture(element.definition!);
      await sign(other);
      other.element.remove();
      await untilState(element, 'signed');
    },
  ],
  'in the colors of its file': [
    () => ({
      ...fullPledge(),
      theme: { accent: '#1a5c38', onAccent: '#ffffff', ink: '#10241a', paper: '#f4fbf6' },
    }),
    ({ element }) => submit(element),
  ],
};

describe('axe finds nothing in <pro-kid-pledge>', () => {
  before(stopMotion);
  after(resetMedia);

  for (const lang of ['en', 'es']) {
    for (const scheme of ['light', 'dark']) {
      for (const [title, [campaign, enter]] of Object.entries(states)) {
        it(`${title}, ${lang}, ${scheme}`, async () => {
          const page = document.createElement('div');
          page.style.colorScheme = scheme;
          page.style.background = scheme === 'dark' ? '#12161f' : '#fff';
          const form = await campaignFixture(campaign(), { lang, privacy: '/privacy' }, page);
          await enter?.(form);
          await form.element.updateComplete;
          await expect(form.element).to.be.accessible();
        });
      }
    }
  }
});

interface Snapshot {
  role: string;
  name: string;
  description?: string;
  required?: boolean;
  invalid?: string;
  children?: Snapshot[];
}
const flatten = (node: Snapshot): Snapshot[] => [node, ...(node.children ?? []).flatMap(flatten)];

async function told(test: Mocha.Context): Promise<Snapshot[]> {
  needsChromium(test, 'the accessibility tree');
  return flatten(await executeServerCommand<Snapshot, undefined>('accessibility-tree'));
}

describe('assistive technology is told of a pledge', () => {
  it('the names of all controls and groups, what is required, and what is wrong', async function () {
    const { element } = await campaignFixture(fullPledge());
    await submit(element);
    const all = await told(this);
    const groups = all.filter(({ role }) => role === 'group').map(({ name }) => name);
    expect(groups).to.include.members(['I pledge:', 'Sign as', 'What matters to you? (required)']);
    const of = (role: string) => all.filter((each) => each.role === role);
    expect(of('checkbox').map(({ name }) => name)).to.deep.equal([
      'I read to a child. (required)',
      'I call my senator.',
      'Health',
      'School',
      'Housing',
      'I can help at an event',
      'Show my name in public',
      'Write to me.',
      'I know the rules. (required)',
    ]);
    const choice = of('radiogroup')[0];
    expect(choice).to.include({
      name: 'Who are you? (required)',
      description: 'The nearest one. Who are you?: choose one',
      required: true,
      invalid: 'true',
    });
    expect(of('checkbox').find(({ name }) => name.startsWith('I read'))).to.include({
      invalid: 'true',
      description: 'Tick this box to sign: I read to a child.',
    });
    expect(of('checkbox').find(({ name }) => name === 'Health')).to.include({ invalid: 'true' });
    const button = of('button').find(({ name }) => name === 'I pledge');
    expect(button?.description).to.equal('You pledge in your own name.');
  });
});

describe('the visitor’s own settings, for a pledge', () => {
  afterEach(resetMedia);

  it('nothing moves where motion is not welcome', async () => {
    await stopMotion();
    const form = await campaignFixture(samplePledge());
    await sign(form);
    expect(form.element.shadowRoot!.getAnimations()).to.have.length(0);
  });

  it('in forced colors a ticked commitment and a wrong field can still be told', async function () {
    await forceColors(this);
    const { element } = await campaignFixture(fullPledge());
    tick(element, 'commitment-call');
    await submit(element);
    const [read, call] = all(element, '.commitments .tick');
    expect(getComputedStyle(read!).borderColor).not.to.equal(getComputedStyle(call!).borderColor);
    expect(getComputedStyle(find(element, '#answer-heard')).borderWidth).to.equal('2px');
    expect(getComputedStyle(find(element, '#answer-story')).borderWidth).not.to.equal('2px');
  });

  it('a target is never smaller than 24 pixels', async () => {
    const { element } = await campaignFixture(fullPledge(), { privacy: '/p' });
    for (const target of all(
      element,
      '.kinds label, .field input, textarea, .tick label, .option, [type=submit]',
    )) {
      if (target.getClientRects().length === 0) continue;
      expect(target.getBoundingClientRect().height, target.outerHTML).to.be.at.least(23.9);
    }
  });
});
