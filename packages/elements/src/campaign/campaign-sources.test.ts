import { expect, fixture, html } from '@open-wc/testing';
import type { Campaign } from '@pro-kid/contract';
import {
  answerFile,
  campaignFixture,
  samplePledge,
  samplePetition,
} from '../testing/campaign-fixture.ts';
import { until } from '../testing/deck-fixture.ts';
import {
  find,
  input,
  nextEvent,
  submit,
  textOf,
  type,
  person,
  warningsDuring,
} from '../testing/join-fixture.ts';
import type { PledgeElement } from '../pledge/pledge-element.ts';

const SRC = 'https://files.example/campaign.json';
const endpoint = { url: 'https://receiver.example/submissions' };
let undo = () => undefined as void;
afterEach(() => undo());

/** A pledge whose file is answered so, with a fallback between its tags. */
async function fileFixture(body: BodyInit | Error, init?: ResponseInit) {
  const file = answerFile(body, init);
  undo = file.undo;
  const element = await fixture<PledgeElement>(
    html`<pro-kid-pledge src=${SRC}><a href="/pledge">Pledge here</a></pro-kid-pledge>`,
  );
  return { element, asked: file.asked };
}

const isFallbackOnShow = (element: HTMLElement) =>
  element.querySelector('a')!.getClientRects().length > 0;

describe('where a campaign comes from', () => {
  it('is a file, which is read once; until then the page’s own content stands there', async () => {
    const { element, asked } = await fileFixture(JSON.stringify(samplePledge({ endpoint })));
    expect(isFallbackOnShow(element)).to.equal(true);
    await nextEvent(element, 'pro-kid-ready');
    expect(isFallbackOnShow(element)).to.equal(false);
    expect(textOf(element, '.heading')).to.equal('Sample pledge');
    expect(asked).to.deep.equal([SRC]);
  });

  it('is the property `definition`', async () => {
    const { element } = await campaignFixture(samplePledge());
    expect(textOf(element, '[part=statement]')).to.equal('Sample statement.');
  });

  it('is a script between the tags, and the fallback beside it is kept for the worst', async () => {
    const script = document.createElement('script');
    script.type = 'application/json';
    script.textContent = JSON.stringify(samplePledge({ endpoint }));
    const element = document.createElement('pro-kid-pledge');
    element.append(script, 'Pledge here');
    const ready = nextEvent(element, 'pro-kid-ready');
    await fixture(html`${element}`);
    await ready;
    expect(textOf(element, '.heading')).to.equal('Sample pledge');
  });

  it('is the page itself, with an endpoint and slots', async () => {
    const element = document.createElement('pro-kid-pledge');
    element.innerHTML = '<h2 slot="heading">Stand with kids</h2><p slot="intro">We do.</p>';
    element.deliver = async () => ({ outcome: 'accepted' });
    const ready = nextEvent(element, 'pro-kid-ready');
    await fixture(html`${element}`);
    await ready;
    expect(element.querySelector('h2')!.getClientRects()).not.to.have.length(0);
    expect(textOf(element, '[type=submit]')).to.equal('I pledge');
    expect(input(element, 'consent-updates').checked).to.equal(false);
    type(element, person);
    await submit(element);
    expect(element.matches(':state(done)')).to.equal(true);
  });

  it('gives way to the page’s slots', async () => {
    const { element } = await campaignFixture(samplePledge());
    element.innerHTML = '<h3 slot="heading">Our words</h3><p slot="intro">Ours too.</p>';
    await element.updateComplete;
    expect(find(element, '.heading').getClientRects()).to.have.length(0);
    expect(find(element, '[part=statement]').getClientRects()).to.have.length(0);
  });
});

describe('a campaign that cannot be shown keeps the fallback, and the integrator is told once', () => {
  const withoutTitle: Partial<Campaign> = samplePledge();
  delete withoutTitle.title;
  const longer = JSON.stringify(samplePledge()) + ' '.repeat(65_536);

  for (const [title, body, code, words, init] of [
    ['no answer', new TypeError(), 'campaign-unreachable', 'CORS'],
    ['an error', 'gone', 'campaign-unreachable', 'status 404', { status: 404 }],
    ['more than 64 KiB', longer, 'campaign-unreachable', '64 KiB'],
    ['no JSON', '{ "id": ', 'campaign-invalid', 'is no JSON'],
    ['a text missing', JSON.stringify(withoutTitle), 'campaign-invalid', 'see /title'],
    [
      'a misspelt key',
      JSON.stringify({ ...samplePledge(), comitments: [] }),
      'campaign-invalid',
      'see /comitments',
    ],
    [
      'a petition',
      JSON.stringify(samplePetition()),
      'campaign-type',
      'Use <pro-kid-petition> for it',
    ],
  ] as [string, BodyInit | Error, string, string, ResponseInit?][]) {
    it(`where its file is ${title}`, async () => {
      const warnings = await warningsDuring(async (said) => {
        const { element } = await fileFixture(body, init);
        await until(() => said.length > 0);
        element.requestUpdate();
        await element.updateComplete;
        // Another word would come with the engine, which the browser brings when it is idle.
        await new Promise((resolve) => (globalThis.requestIdleCallback ?? setTimeout)(resolve));
        await new Promise((resolve) => setTimeout(resolve));
        await element.updateComplete;
        expect(isFallbackOnShow(element)).to.equal(true);
        await element.submit();
        expect(element.shadowRoot!.querySelector('form')).to.equal(null);
        expect(element.matches(':state(sending)')).to.equal(false);
      });
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.include('<pro-kid-pledge>').and.include(words);
      expect(warnings[0]).to.include(`[pro-kid/${code}]`);
    });
  }

  it('where its address is not safe', async () => {
    const warnings = await warningsDuring(async (said) => {
      await fixture(html`<pro-kid-pledge src="http://files.example/x">Here</pro-kid-pledge>`);
      await until(() => said.length > 0);
    });
    expect(warnings.join()).to.include('must start with https://');
  });

  it('and where there is no fallback, the visitor reads that it is not set up', async () => {
    await warningsDuring(async (said) => {
      const element = await fixture<PledgeElement>(
        html`<pro-kid-pledge .definition=${{}}></pro-kid-pledge>`,
      );
      await until(() => said.length > 0);
      await element.updateComplete;
      expect(textOf(element)).to.equal('This form is not set up yet.');
    });
  });

  it('where nothing says where to send it', async () => {
    const warnings = await warningsDuring(async (said) => {
      const element = await fixture<PledgeElement>(
        html`<pro-kid-pledge .definition=${samplePledge()}><a href="/p">Here</a></pro-kid-pledge>`,
      );
      await until(() => said.length > 0);
      await element.updateComplete;
      expect(isFallbackOnShow(element)).to.equal(true);
    });
    expect(warnings.join()).to.include('[pro-kid/no-endpoint]');
  });
});

describe('a campaign that is changed while it is on show', () => {
  it('is shown as it is now, a bad one not at all', async () => {
    const { element } = await campaignFixture(samplePledge());
    element.definition = samplePledge({ title: 'Another one' });
    await until(() => textOf(element, '.heading') === 'Another one');
    const warnings = await warningsDuring(async () => {
      element.definition = { title: 'Not one' } as Campaign;
      await until(() => textOf(element) === 'This form is not set up yet.');
    });
    expect(warnings.join()).to.include('[pro-kid/campaign-invalid]');
    element.definition = samplePledge();
    await until(() => element.shadowRoot!.querySelector('form'));
  });

  it('takes back what it said before of test mode, kinds and the privacy policy', async () => {
    const strict = samplePledge({
      test: true,
      kinds: ['organization'],
      privacy: { url: 'https://a.example/privacy' },
    });
    const { element } = await campaignFixture(strict, { privacy: '/own' });
    expect(element.test).to.equal(true);
    expect(element.kinds).to.equal('organization');
    expect(element.privacy).to.equal('https://a.example/privacy');
    const { test: _test, kinds: _kinds, privacy: _privacy, ...open } = strict;
    element.definition = open;
    await until(() => !element.test);
    expect(element.kinds).to.equal('individual organization');
    expect(element.privacy).to.equal('/own');
  });

  it('keeps what the page has set since', async () => {
    const privacy = { url: 'https://a.example/privacy' };
    const { element } = await campaignFixture(samplePledge({ privacy }));
    element.privacy = '/later';
    element.definition = samplePledge({ title: 'Second' });
    await until(() => textOf(element, '.heading') === 'Second');
    expect(element.privacy).to.equal('/later');
    element.test = true;
    element.definition = samplePledge({ title: 'Third' });
    await until(() => textOf(element, '.heading') === 'Third');
    expect(element.test).to.equal(true);
  });

  it('starts anew where it is another campaign', async () => {
    const { element } = await campaignFixture(samplePledge());
    type(element, person);
    find(element, '#commitment-read').click();
    await submit(element);
    element.definition = samplePledge({ title: 'Another one' });
    await until(() => element.shadowRoot!.querySelector('form'));
    expect(input(element, 'email').value).to.equal('');
    expect(input(element, 'commitment-read').checked).to.equal(false);
  });
});

describe('where a campaign’s file says to send', () => {
  let posted: { url: string; body: Record<string, unknown>; headers: Headers }[] = [];
  const receive = () => {
    posted = [];
    const { fetch } = window;
    window.fetch = async (url, init) => {
      if (!String(url).includes('.example/')) return fetch(url, init);
      const body = JSON.parse(String(init?.body)) as Record<string, unknown>;
      posted.push({ url: String(url), body, headers: new Headers(init?.headers) });
      return Response.json({ id: body['id'], status: 'confirmed' }, { status: 201 });
    };
    undo = () => void (window.fetch = fetch);
  };

  async function sendWith(attributes: Record<string, string>) {
    receive();
    const sample = samplePledge({
      endpoint: {
        url: 'https://receiver.example/submissions',
        fields: { 'given-name': 'FNAME' },
        extra: { list: '7' },
        headers: { 'X-Form': 'pledge' },
      },
    });
    const { element } = await campaignFixture(sample, attributes);
    element.deliver = undefined;
    await element.updateComplete;
    type(element, person);
    find(element, '#commitment-read').click();
    await submit(element);
    expect(element.matches(':state(done)')).to.equal(true);
    return posted[0]!;
  }

  it('is where it goes, with its names, constants and headers', async () => {
    const { url, body, headers } = await sendWith({});
    expect(body).to.include({ FNAME: 'Ana', list: '7' });
    expect(url).to.equal('https://receiver.example/submissions');
    expect(headers.get('X-Form')).to.equal('pledge');
  });

  it('gives way to the page’s own endpoint', async () => {
    const { url, headers } = await sendWith({ endpoint: 'https://own.example/' });
    expect(url).to.equal('https://own.example/');
    expect(headers.get('X-Form')).to.equal(null);
  });
});
