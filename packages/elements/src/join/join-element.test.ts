import { expect, fixture, html } from '@open-wc/testing';
import {
  find,
  input,
  joinFixture,
  nextEvent,
  textOf,
  type,
  warningsDuring,
} from '../testing/join-fixture.ts';
import type { JoinElement } from './join-element.ts';

const visible = (element: JoinElement) =>
  [...element.shadowRoot!.querySelectorAll<HTMLInputElement>('.field input')]
    .filter((field) => field.getClientRects().length > 0)
    .map(({ name }) => name);

describe('<pro-kid-join>', () => {
  it("shows the movement's own words", async () => {
    const { element } = await joinFixture();
    expect(textOf(element, '.heading')).to.equal("Join The Children's Movement of California!");
    expect(textOf(element, '[part=intro]')).to.equal(
      'Joining simply means being identified as "Pro-Kid" and wanting children prioritized in state policymaking. You\'ll also receive updates and information about key kids\' issues and campaigns.',
    );
    expect(textOf(element, 'summary')).to.equal(
      "Joining as an Organization? what's the difference?",
    );
    expect(textOf(element, 'details p')).to.equal(
      "Both individual and organization members are important to the collective impact of The Children's Movement of California. No matter how you sign up, you'll get all the Movement has to offer. But if you can, please join as an organization.",
    );
  });

  it('is ready once', async () => {
    let count = 0;
    const element = document.createElement('pro-kid-join');
    element.deliver = async () => ({ outcome: 'accepted' });
    element.addEventListener('pro-kid-ready', () => count++);
    await fixture(html`${element}`);
    element.kind = 'organization';
    await element.updateComplete;
    expect(count).to.equal(1);
  });

  it('gives each field the token by which browsers fill it in', async () => {
    const { element } = await joinFixture({ kind: 'organization', telephone: 'optional' });
    const tokens = [...element.shadowRoot!.querySelectorAll<HTMLInputElement>('.field input')];
    // Not the property: Firefox keeps it empty for tokens that it fills in nothing for.
    expect(tokens.map((field) => field.getAttribute('autocomplete'))).to.deep.equal([
      'organization',
      'url',
      'given-name',
      'family-name',
      'organization-title',
      'email',
      'postal-code',
      'tel',
    ]);
    expect(input(element, 'email').type).to.equal('email');
    expect(input(element, 'postal-code').inputMode).to.equal('numeric');
  });

  describe('person or organization', () => {
    it('asks a person first, and an organization where the page says so', async () => {
      const { element } = await joinFixture();
      expect(visible(element)).to.deep.equal(['given-name', 'family-name', 'email', 'postal-code']);

      const other = await joinFixture({ kind: 'organization' });
      expect(visible(other.element)).to.deep.equal([
        'organization',
        'url',
        'given-name',
        'family-name',
        'organization-title',
        'email',
        'postal-code',
      ]);
    });

    it('keeps what was typed when switching, there and back', async () => {
      const { element } = await joinFixture();
      type(element, { 'given-name': 'Ana', email: 'ana@example.org' });
      find(element, 'input[value=organization]').click();
      await element.updateComplete;
      expect(input(element, 'given-name').value).to.equal('Ana');
      type(element, { organization: 'First Steps' });

      find(element, 'input[value=individual]').click();
      await element.updateComplete;
      expect(input(element, 'organization').disabled).to.equal(true);
      expect(input(element, 'email').value).to.equal('ana@example.org');

      find(element, 'input[value=organization]').click();
      await element.updateComplete;
      expect(input(element, 'organization').value).to.equal('First Steps');
    });

    it('says in whose name one joins', async () => {
      const { element } = await joinFixture();
      expect(textOf(element, '#behalf')).to.equal('You join in your own name.');
      element.kind = 'organization';
      await element.updateComplete;
      expect(textOf(element, '#behalf')).to.equal('You join on behalf of your organization.');
      type(element, { organization: 'First Steps' });
      await element.updateComplete;
      expect(textOf(element, '#behalf')).to.equal('You join on behalf of First Steps.');
    });

    it('goes on with what the visitor typed into the page’s own form, over what is known', async () => {
      const element = document.createElement('pro-kid-join');
      element.deliver = async () => ({ outcome: 'accepted' });
      element.innerHTML = `<input autocomplete="given-name" value="Ana">
        <input autocomplete="shipping email" value="ana@example.org">
        <input autocomplete="postal-code"><input name="family-name" value="not by its name">`;
      void element.prefill({ givenName: 'Known', familyName: 'Ruiz', postalCode: '95814' });
      const ready = nextEvent(element, 'pro-kid-ready');
      await fixture(html`${element}`);
      await ready;
      const values = ['given-name', 'family-name', 'email', 'postal-code'].map(
        (name) => input(element, name).value,
      );
      expect(values).to.deep.equal(['Ana', 'Ruiz', 'ana@example.org', '95814']);

      element.reset();
      await element.updateComplete;
      expect(input(element, 'given-name').value).to.equal('');
    });

    it('announces the switch once, in a region that stood there before', async () => {
      const { element } = await joinFixture();
      const live = find(element, '#live');
      expect(live.textContent).to.equal('');
      const said: string[] = [];
      new MutationObserver(() => said.push(live.textContent)).observe(live, {
        childList: true,
        characterData: true,
        subtree: true,
      });
      find(element, 'input[value=organization]').click();
      await element.updateComplete;
      type(element, { organization: 'First Steps' });
      await element.updateComplete;
      expect(said).to.deep.equal(['The form now asks about your organization too.']);
    });

    it('offers no choice where only one kind may join', async () => {
      const { element } = await joinFixture({ kinds: 'organization' });
      expect(element.kind).to.equal('organization');
      expect(element.shadowRoot!.querySelector('.kinds')).to.equal(null);
      expect(visible(element)).to.include('organization');

      const odd = await joinFixture({ kinds: 'organization robot' });
      expect(odd.element.shadowRoot!.querySelector('.kinds')).to.equal(null);
    });
  });

  describe('what the page may set', () => {
    it('asks for a ZIP code and a telephone as the page wishes', async () => {
      const { element } = await joinFixture({ 'postal-code': 'hidden', telephone: 'required' });
      expect(visible(element)).to.deep.equal(['given-name', 'family-name', 'email', 'tel']);
      expect(input(element, 'tel').required).to.equal(true);
    });

    it('takes attributes and properties from before and after its definition', async () => {
      const element = await fixture<JoinElement>(
        html`<pro-kid-join
          endpoint="https://receiver.example/"
          kind="organization"
        ></pro-kid-join>`,
      );
      expect(element.endpoint).to.equal('https://receiver.example/');
      expect(element.kind).to.equal('organization');
      element.setAttribute('kind', 'nonsense');
      expect(element.kind).to.equal('individual');
    });

    it('links to a privacy policy on the web, and to nothing else', async () => {
      const { element } = await joinFixture({ privacy: '/privacy' });
      const link = find<HTMLAnchorElement>(element, '[part=privacy]');
      expect(link.href).to.equal(`${location.origin}/privacy`);

      const warnings = await warningsDuring(async (said) => {
        const { element } = await joinFixture({ privacy: 'javascript:alert(1)' });
        expect(element.shadowRoot!.querySelector('[part=privacy]')).to.equal(null);
        while (said.length === 0) await new Promise(requestAnimationFrame);
      });
      expect(warnings.join()).to.include('[pro-kid/privacy-url]');
    });

    it('takes a heading level, and headings and words of the page', async () => {
      const wrapper = document.createElement('div');
      const { element } = await joinFixture({ 'heading-level': '3' }, wrapper);
      expect(find(element, '[role=heading]').ariaLevel).to.equal('3');
      element.innerHTML = '<h3 slot="heading">Stand with kids</h3>';
      await element.updateComplete;
      const slot = find<HTMLSlotElement>(element, 'slot[name=heading]');
      expect(slot.assignedElements()[0]!.textContent).to.equal('Stand with kids');
    });

    it('is hidden by the hidden attribute', async () => {
      const { element } = await joinFixture({ hidden: '' });
      expect(element.getClientRects()).to.have.length(0);
    });

    it('fills in what is known before the form is on show', async () => {
      const element = document.createElement('pro-kid-join');
      element.lang = 'es';
      element.deliver = async () => ({ outcome: 'accepted' });
      void element.prefill({ givenName: 'Ana' });
      const ready = nextEvent(element, 'pro-kid-ready');
      await fixture(html`${element}`);
      void element.prefill({ email: 'ana@example.org' });
      await ready;
      await element.updateComplete;
      expect(input(element, 'given-name').value).to.equal('Ana');
      expect(input(element, 'email').value).to.equal('ana@example.org');
    });

    it('fills in what is known already', async () => {
      const { element } = await joinFixture();
      await element.prefill({ kind: 'organization', name: 'First Steps', givenName: 'Ben' });
      expect(input(element, 'organization').value).to.equal('First Steps');
      expect(input(element, 'given-name').value).to.equal('Ben');
      await element.updateComplete;
      expect(textOf(element, '#behalf')).to.equal('You join on behalf of First Steps.');
    });
  });

  describe('without an endpoint to send to', () => {
    for (const [title, endpoint, code] of [
      ['none is set', '', 'no-endpoint'],
      ['it would send personal data in the clear', 'http://receiver.example/', 'endpoint-scheme'],
      ['it holds a password', 'https://a:b@receiver.example/', 'endpoint-credentials'],
      ['it is no address', 'https://', 'endpoint-syntax'],
    ] as const) {
      it(`keeps the page's own content and tells the integrator once: ${title}`, async () => {
        const warnings = await warningsDuring(async (said) => {
          const element = await fixture<JoinElement>(
            html`<pro-kid-join endpoint=${endpoint}><a href="/join">Join here</a></pro-kid-join>`,
          );
          while (said.length === 0) await new Promise(requestAnimationFrame);
          await element.updateComplete;
          expect(element.shadowRoot!.querySelector('form')).to.equal(null);
          expect(element.querySelector('a')!.getClientRects().length).to.be.greaterThan(0);
          element.requestUpdate();
          await element.updateComplete;
        });
        expect(warnings).to.have.length(1);
        expect(warnings[0]).to.include('<pro-kid-join>').and.include(`[pro-kid/${code}]`);
      });
    }

    it('says so where the page has no content of its own, and is not ready', async () => {
      let isReady = false;
      const listen = () => (isReady = true);
      document.addEventListener('pro-kid-ready', listen);
      await warningsDuring(async (said) => {
        const element = await fixture<JoinElement>(html`<pro-kid-join> </pro-kid-join>`);
        while (said.length === 0) await new Promise(requestAnimationFrame);
        expect(textOf(element)).to.include('This form is not set up yet.');
        expect(isReady).to.equal(false);
        element.deliver = async () => ({ outcome: 'accepted' });
        await element.updateComplete;
        expect(isReady).to.equal(true);
      });
      document.removeEventListener('pro-kid-ready', listen);
    });
  });
});

describe('two forms on a page', () => {
  it('stand alone', async () => {
    const first = await joinFixture();
    const second = await joinFixture({ kind: 'organization', lang: 'es' });
    type(first.element, { 'given-name': 'Ana' });
    expect(input(second.element, 'given-name').value).to.equal('');
    expect(first.element.kind).to.equal('individual');
    expect(find<HTMLInputElement>(first.element, '[value=individual]').checked).to.equal(true);
    expect(find<HTMLInputElement>(second.element, '[value=organization]').checked).to.equal(true);

    const failed = nextEvent(first.element, 'pro-kid-failed');
    await first.element.submit();
    await failed;
    expect(second.element.shadowRoot!.querySelector('#summary')).to.equal(null);
  });
});
