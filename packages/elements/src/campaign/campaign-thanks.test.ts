import { expect } from '@open-wc/testing';
import { isSuccess, type Outcome, type Success } from '@pro-kid/client';
import type { Campaign } from '@pro-kid/contract';
import {
  campaignFixture,
  fullPledge,
  samplePledge,
  tick,
  untilState,
} from '../testing/campaign-fixture.ts';
import { all, until } from '../testing/deck-fixture.ts';
import { confirmed, find, input, person, submit, textOf, type } from '../testing/join-fixture.ts';
import { nextPage } from './after-signing.ts';

async function signed(more: Partial<Campaign> = {}, attributes = {}, outcome?: Outcome) {
  const form = await campaignFixture(samplePledge(more), attributes);
  if (outcome) form.answerWith(outcome);
  tick(form.element, 'commitment-read');
  type(form.element, person);
  await submit(form.element);
  return form;
}

const pending: Success = { outcome: 'confirmed', receipt: { id: 'x', status: 'pending' } };

describe('what the signer reads, for each outcome', () => {
  const table: [Outcome, string, string][] = [
    [
      confirmed('x'),
      'Thank you! You have signed. Your signature is stored and counted.',
      '¡Gracias! Ya firmó. Su firma está guardada y contada.',
    ],
    [pending, 'One more step Thank you. Your signature is stored.', 'Falta un paso'],
    [
      { outcome: 'accepted' },
      'Thank you! The sign-up service took your signature.',
      'El servicio de inscripción recibió su firma.',
    ],
    [{ outcome: 'sent' }, 'does not tell us if it arrived', 'no nos dice si llegó'],
    [{ outcome: 'sent', newTab: true }, 'Look at the new tab', 'Mire la pestaña nueva'],
    [
      { outcome: 'duplicate' },
      'You have signed before Thank you. Your signature counts once.',
      'Ya había firmado',
    ],
    [
      { outcome: 'unreachable', cause: 'offline' },
      'You have not signed yet You seem to be offline',
      'Aún no ha firmado',
    ],
    [
      { outcome: 'unreachable', cause: 'network' },
      'We cannot tell if you have signed',
      'No podemos saber si su firma está hecha',
    ],
    [
      { outcome: 'refused', code: 'status', status: 403 },
      'You have not signed yet The sign-up service did not take your form.',
      'Aún no ha firmado',
    ],
  ];

  for (const [outcome, english, spanish] of table) {
    for (const [lang, words] of [
      ['en', english],
      ['es', spanish],
    ] as const) {
      it(`${JSON.stringify(outcome)} in ${lang}`, async () => {
        const { element } = await signed({}, { lang }, outcome);
        expect(textOf(element, isSuccess(outcome) ? '#thanks' : '[part=failure]')).to.include(
          words,
        );
        expect(textOf(element, '#live')).not.to.equal('');
        if (isSuccess(outcome)) return;
        expect(input(element, 'email').value).to.equal(person.email);
        expect(input(element, 'commitment-read').checked).to.equal(true);
      });
    }
  }

  it('and the campaign’s own words below ours, with the focus on the thanks', async () => {
    const { element } = await signed({ thanks: { text: 'See you at the park.' } });
    expect(textOf(element, '#thanks')).to.match(/stored and counted\. See you at the park\.$/);
    await until(() => element.shadowRoot!.activeElement?.id === 'thanks');
    expect(textOf(element, '#live')).to.equal('Done.');
    expect(find(element, '[part=about]').getClientRects()).to.have.length(0);
  });
});

describe('the page of thanks of the campaign’s own', () => {
  const page = 'https://a.example/thanks';

  it('follows where ours would say nothing that matters', () => {
    for (const outcome of [
      confirmed('x') as Success,
      { outcome: 'accepted' },
      { outcome: 'duplicate' },
    ] as const) {
      expect(nextPage(outcome, page), outcome.outcome).to.equal(page);
    }
  });

  it('waits where there is still something to do, or nothing is known', () => {
    expect(nextPage(pending, page)).to.equal(undefined);
    expect(nextPage({ outcome: 'sent' }, page)).to.equal(undefined);
    expect(nextPage({ outcome: 'sent', newTab: true }, page)).to.equal(undefined);
  });

  it('is a web page, or none', () => {
    for (const address of [
      undefined,
      '',
      'javascript:alert(1)',
      'data:text/html,x',
      'https://ana:secret@a.example/',
      'https://[',
    ]) {
      expect(nextPage({ outcome: 'accepted' }, address), address).to.equal(undefined);
    }
  });
});

describe('test mode', () => {
  for (const [title, more, attributes] of [
    ['by the file', { test: true }, {}],
    ['by the attribute', {}, { test: '' }],
  ] as const) {
    it(`${title}: marked, checked, and neither sent nor counted`, async () => {
      const { element, sent } = await campaignFixture(samplePledge(more), attributes);
      const { fetch } = window;
      const asked: string[] = [];
      const heard: string[] = [];
      window.fetch = (...request) => {
        asked.push(String(request[0]));
        return fetch(...request);
      };
      const listen = () => void heard.push('pro-kid-delivered');
      document.addEventListener('pro-kid-delivered', listen);
      expect(textOf(element, '[part=test]')).to.equal(
        'Test mode: nothing that is entered here is sent or counted.',
      );
      await submit(element);
      expect(textOf(element, '#summary')).to.include('Choose what you want to pledge');
      tick(element, 'commitment-read');
      type(element, person);
      find(element, '[type=submit]').click();
      await untilState(element, 'done');
      await element.updateComplete;
      expect(textOf(element, '#thanks')).to.equal(
        'The form works This is test mode: your answers were checked, and nothing was sent or counted.',
      );
      expect(textOf(element, '[part=test]')).to.include('Test mode');
      expect(all(element, '[part=join]')).to.deep.equal([]);
      expect(sent).to.deep.equal([]);
      expect(asked).to.deep.equal([]);
      expect(heard).to.deep.equal([]);
      window.fetch = fetch;
      document.removeEventListener('pro-kid-delivered', listen);
    });
  }
});

describe('the share step', () => {
  const shareOf = (element: HTMLElement) => find(element, 'pro-kid-share');

  it('passes on the campaign’s address and words, in the signer’s language, and nobody’s name', async () => {
    const { element } = await signed(
      {
        id: 'shared',
        share: {
          url: 'https://a.example/pledge',
          text: { en: 'I pledged.', es: 'Me comprometí.' },
        },
      },
      { lang: 'es', partner: 'first-steps' },
    );
    const share = shareOf(element);
    expect(share).to.include({
      url: 'https://a.example/pledge',
      text: 'Me comprometí.',
      campaign: 'shared',
      partner: 'first-steps',
    });
    await until(() => share.shadowRoot?.querySelector('[part=link]'));
    expect(textOf(element, '.next strong')).to.equal('Compártalo');
    expect(share.getClientRects()).not.to.have.length(0);
    const links = all<HTMLAnchorElement>(share, '[part=link]').map(({ href }) => href);
    expect(links.join())
      .to.include('utm_campaign%3Dshared')
      .and.not.match(/Ana|Ruiz|ana%40/);
  });

  it('passes on the page itself and the title where the file says nothing', async () => {
    const { element } = await signed();
    expect(shareOf(element)).to.include({ url: '', text: 'Sample pledge' });
  });
});

describe('going on to join', () => {
  it('fills in an own form with what was typed, below the thanks, with the focus on it', async () => {
    const { element, sent } = await signed({}, { partner: 'first-steps' });
    find(element, '[part=join]').click();
    await until(() => element.shadowRoot!.activeElement?.localName === 'pro-kid-join');
    const join = find(element, 'pro-kid-join');
    expect(input(join, 'given-name').value).to.equal('Ana');
    expect(input(join, 'email').value).to.equal('ana@example.org');
    // Consent is given anew, to what joining means.
    expect(input(join, 'consent-updates').checked).to.equal(false);
    expect(all(element, '[part=join]')).to.deep.equal([]);
    await submit(join as typeof element);
    expect(sent.map((each) => each.type)).to.deep.equal(['pledge', 'join']);
    expect(sent[1]!.member).to.deep.equal(sent[0]!.member);
    expect(sent[1]!.source.partner).to.equal('first-steps');
  });

  it('fills in the page’s form where it has one', async () => {
    await import('../define/join.ts');
    const page = document.createElement('div');
    const join = document.createElement('pro-kid-join');
    join.deliver = async () => ({ outcome: 'accepted' });
    page.append(join);
    const { element } = await campaignFixture(samplePledge(), { kind: 'organization' }, page);
    tick(element, 'commitment-read', 'authorized');
    type(element, { ...person, organization: 'First Steps' });
    await submit(element);
    find(element, '[part=join]').click();
    await until(() => document.activeElement === join);
    expect(join.kind).to.equal('organization');
    expect(input(join, 'organization').value).to.equal('First Steps');
    // To speak for it is said once for each.
    expect(input(join, 'authorized').checked).to.equal(false);
    expect(all(element, 'pro-kid-join')).to.deep.equal([]);
  });

  it('goes where the campaign’s file says, with its names and constants', async () => {
    const endpoint = {
      url: 'https://receiver.example/submissions',
      fields: { 'given-name': 'FNAME' },
      extra: { list: '7' },
    };
    const { element } = await signed({ endpoint, privacy: { url: 'https://a.example/privacy' } });
    find(element, '[part=join]').click();
    await until(() => element.shadowRoot!.activeElement?.localName === 'pro-kid-join');
    expect(find(element, 'pro-kid-join')).to.deep.include({
      endpoint: endpoint.url,
      fields: endpoint.fields,
      extra: endpoint.extra,
      privacy: 'https://a.example/privacy',
    });
  });

  for (const [title, more] of [
    ['takes no members of ours', { format: 'form' }],
    ['asks for headers, which a join form has none of', { headers: { 'X-Form': '7' } }],
  ] as const) {
    it(`is not offered where the campaign’s service ${title}`, async () => {
      const { fetch } = window;
      window.fetch = async (url, init) =>
        String(url).startsWith('https://receiver.example/')
          ? Response.json({}, { status: 201 })
          : fetch(url, init);
      const endpoint = { url: 'https://receiver.example/', ...more };
      const { element } = await campaignFixture(samplePledge({ endpoint }));
      element.deliver = undefined;
      await element.updateComplete;
      tick(element, 'commitment-read');
      type(element, person);
      await submit(element);
      window.fetch = fetch;
      expect(element.matches(':state(done)')).to.equal(true);
      expect(all(element, '[part=join]')).to.deep.equal([]);
    });
  }
});

describe('where the parts around the form do not arrive', () => {
  it('it is signed all the same, and no empty step is shown', async () => {
    const { PledgeElement } = await import('../pledge/pledge-element.ts');
    class Alone extends PledgeElement {
      static override companions = {
        progress: () => Promise.reject(new Error('no file')),
        share: () => Promise.reject(new Error('no file')),
        join: () => Promise.reject(new Error('no file')),
      };
    }
    customElements.define('test-pledge-alone', Alone);
    const element = new Alone();
    element.definition = fullPledge();
    element.test = true;
    element.deliver = async () => ({ outcome: 'accepted' });
    document.body.append(element);
    await until(() => element.shadowRoot!.querySelector('form'));
    tick(element, 'commitment-read', 'answer-role', 'answer-topics', 'consent-rules');
    type(element, { ...person, 'answer-heard': 'x' });
    find(element, '[type=submit]').click();
    await until(() => element.matches(':state(done)'));
    expect(textOf(element, '#thanks')).to.include('The form works');
    element.remove();
  });
});
