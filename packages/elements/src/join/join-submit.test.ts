import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import type { Outcome } from '@pro-kid/client';
import { check, submission } from '@pro-kid/contract';
import {
  confirmed,
  find,
  group,
  input,
  joinFixture,
  nextEvent,
  person,
  submit,
  textOf,
  type,
} from '../testing/join-fixture.ts';
import { version } from '../version.ts';
import type { JoinElement } from './join-element.ts';

const focused = (element: JoinElement) => element.shadowRoot!.activeElement;
const settle = () => new Promise((resolve) => setTimeout(resolve));

/** The middle of an element, for the real mouse. */
function middleOf(target: Element): [number, number] {
  target.scrollIntoView({ block: 'center' });
  const { x, y, width, height } = target.getBoundingClientRect();
  return [Math.round(x + width / 2), Math.round(y + height / 2)];
}

describe('joining', () => {
  it('sends what a person typed, in the shape that the contract asks for', async () => {
    const { element, sent } = await joinFixture({ partner: 'first-steps', campaign: 'spring' });
    type(element, { ...person, 'postal-code': '95814 1234' });
    find(element, '[name=consent-updates]').click();
    await submit(element);

    expect(sent).to.have.length(1);
    const [body] = sent;
    expect(check(submission, body)).to.deep.equal({ valid: true, value: body });
    expect(body!.member).to.deep.equal({
      kind: 'individual',
      givenName: 'Ana',
      familyName: 'Ruiz',
      email: 'ana@example.org',
      postalCode: '95814-1234',
    });
    expect(body!.consents).to.deep.equal([
      {
        id: 'updates',
        granted: true,
        text: "Send me updates and information about key kids' issues and campaigns.",
        language: 'en',
      },
    ]);
    expect(body!.source.partner).to.equal('first-steps');
    expect(body!.source.campaign).to.equal('spring');
    expect(body!.source.page).to.equal(location.origin + location.pathname);
    expect(body!.source.widget).to.equal('pro-kid-join');
    expect(body!.source.widgetVersion).to.equal(version);
  });

  it('sends for an organization, and leaves out what was not asked', async () => {
    const { element, sent } = await joinFixture({ kind: 'organization' });
    type(element, group);
    find(element, '[name=authorized]').click();
    await submit(element);
    expect(sent[0]!.member).to.deep.equal({
      kind: 'organization',
      name: 'First Steps',
      url: 'https://firststeps.example/',
      givenName: 'Ben',
      email: 'ben@firststeps.example',
      authorized: true,
    });
    expect(sent[0]!.consents[0]!.granted).to.equal(false);
  });

  it('sends nothing of the other kind that was typed before', async () => {
    const { element, sent } = await joinFixture({ kind: 'organization' });
    type(element, { ...person, organization: 'First Steps' });
    find(element, 'input[value=individual]').click();
    await element.updateComplete;
    await submit(element);
    expect(sent[0]!.member).not.to.have.property('name');
  });

  it('reads values that autofill set without an event', async () => {
    const { element, sent } = await joinFixture();
    input(element, 'given-name').value = 'Ana';
    input(element, 'email').value = 'ana@example.org';
    await submit(element);
    expect(sent[0]!.member.givenName).to.equal('Ana');
  });

  it('shows the thank-you, with the focus on it, only then', async () => {
    const { element, answerWith, sent } = await joinFixture();
    let answer: (outcome: Outcome) => void = () => undefined;
    answerWith(new Promise((resolve) => (answer = resolve)));
    type(element, person);
    const done = submit(element);
    while (sent.length === 0) await settle();
    await element.updateComplete;
    expect(element.matches(':state(sending)')).to.equal(true);
    expect(textOf(element, '#live')).to.equal('Sending…');
    expect(element.shadowRoot!.querySelector('#thanks')).to.equal(null);

    answer(confirmed(sent[0]!.id));
    await done;
    await settle();
    expect(element.matches(':state(done)')).to.equal(true);
    expect(textOf(element, '#thanks')).to.equal(
      "Thank you! You are in. You have joined The Children's Movement of California as Pro-Kid. So far: 12,480 people and 1 organization.",
    );
    expect(focused(element)?.id).to.equal('thanks');
    expect(textOf(element, '#live')).to.equal('Done.');
  });

  it('starts anew after reset()', async () => {
    const { element, sent } = await joinFixture();
    type(element, person);
    await submit(element);
    element.reset();
    await element.updateComplete;
    expect(input(element, 'given-name').value).to.equal('');
    type(element, person);
    await submit(element);
    expect(sent).to.have.length(2);
    expect(sent[1]!.id).not.to.equal(sent[0]!.id);
  });
});

describe('when something is wrong in the form', () => {
  it('says what, in a summary that takes the focus and at each field', async () => {
    const { element, sent } = await joinFixture();
    type(element, { 'given-name': 'Ana', email: 'ana@', 'postal-code': '958' });
    await submit(element);
    await settle();
    expect(sent).to.have.length(0);
    expect(focused(element)?.id).to.equal('summary');
    expect(textOf(element, '#summary')).to.equal(
      'There is a problem Enter an email address with an @ sign, like name@example.orgEnter a ZIP code with 5 digits, like 95814',
    );
    const email = input(element, 'email');
    expect(email.getAttribute('aria-invalid')).to.equal('true');
    const description = email.getAttribute('aria-describedby')!;
    expect(textOf(element, `#${description}`)).to.include('@ sign');
    expect(email.value).to.equal('ana@');

    const before = location.href;
    find(element, '#summary a').click();
    await settle();
    expect(focused(element)).to.equal(email);
    expect(location.href).to.equal(before);
  });

  it('takes each error away as soon as it is mended, while typing', async () => {
    const { element } = await joinFixture();
    await submit(element);
    type(element, { 'given-name': 'Ana' });
    await element.updateComplete;
    expect(element.shadowRoot!.querySelector('#given-name-error')).to.equal(null);
    expect(textOf(element, '#summary')).to.equal('There is a problem Enter your email address');
    type(element, { email: 'ana@example.org' });
    await element.updateComplete;
    expect(element.shadowRoot!.querySelector('#summary')).to.equal(null);
  });

  it('asks whether one may speak for the organization', async () => {
    const { element } = await joinFixture({ kind: 'organization' });
    type(element, group);
    await submit(element);
    expect(textOf(element, '#authorized-error')).to.equal(
      'Tick the box to say that you may speak for this organization',
    );
    find(element, '[name=authorized]').click();
    await element.updateComplete;
    expect(element.shadowRoot!.querySelector('#authorized-error')).to.equal(null);
  });

  it('shows what the endpoint found wrong at the field, as text', async () => {
    const { element, answerWith } = await joinFixture();
    answerWith({
      outcome: 'invalid',
      errors: [
        { pointer: '/member/email', code: 'blocked', detail: '<img src=x onerror=alert(1)>' },
        { pointer: '#/member/postalCode', code: 'postal-code' },
        { pointer: '/answers/size', detail: 'Too large' },
      ],
    });
    type(element, { ...person, 'postal-code': '95814' });
    await submit(element);
    expect(textOf(element, '#email-error')).to.equal('<img src=x onerror=alert(1)>');
    expect(textOf(element, '#postal-code-error')).to.include('5 digits');
    expect(textOf(element, '#summary')).to.include('Too large');
    expect(element.shadowRoot!.querySelector('img')).to.equal(null);

    type(element, { email: 'other@example.org' });
    await element.updateComplete;
    expect(element.shadowRoot!.querySelector('#email-error')).to.equal(null);
  });

  it('offers the address that was meant, and never insists', async () => {
    const { element, sent } = await joinFixture();
    type(element, { ...person, email: 'ana@gmial.com' });
    while (!textOf(element, '.suggestion')) await settle();
    expect(textOf(element, '.suggestion')).to.equal('Did you mean ana@gmail.com?');
    find(element, '.suggestion button').click();
    await element.updateComplete;
    expect(input(element, 'email').value).to.equal('ana@gmail.com');
    expect(textOf(element, '.suggestion')).to.equal('');

    type(element, { email: 'ana@gmial.com' });
    await submit(element);
    expect(sent[0]!.member.email).to.equal('ana@gmial.com');
  });
});

describe('with a real mouse and real keys', () => {
  it('a click on the button is not lost when leaving a field changes the page', async () => {
    const { element, sent } = await joinFixture();
    await submit(element);
    for (const [name, value] of Object.entries({ ...person, email: 'ana@gmial.com' })) {
      await sendMouse({ type: 'click', position: middleOf(input(element, name)) });
      await sendKeys({ type: value });
    }
    const delivered = nextEvent(element, 'pro-kid-delivered');
    const position = middleOf(find(element, '[type=submit]'));
    await sendMouse({ type: 'move', position });
    await sendMouse({ type: 'down' });
    await element.updateComplete;
    expect(middleOf(find(element, '[type=submit]'))).to.deep.equal(position);
    await sendMouse({ type: 'up' });
    await delivered;
    expect(sent).to.have.length(1);
  });

  it('a double click sends once, even when the first click fails at once', async () => {
    const { element, sent, answerWith } = await joinFixture();
    answerWith({ outcome: 'unreachable', cause: 'network' });
    type(element, person);
    const position = middleOf(find(element, '[type=submit]'));
    const failed = nextEvent(element, 'pro-kid-failed');
    // After one at the same place in an earlier test, the next would be the second click of two.
    await sendMouse({ type: 'click', position: [1, 1] });
    await sendMouse({ type: 'click', position });
    await failed;
    const button = find(element, '[type=submit]');
    button.dispatchEvent(
      new MouseEvent('click', { detail: 2, bubbles: true, composed: true, cancelable: true }),
    );
    await settle();
    expect(sent).to.have.length(1);
  });

  it('Enter and then a click while it is being sent is one request', async () => {
    const { element, sent, answerWith } = await joinFixture();
    answerWith(new Promise(() => undefined));
    type(element, person);
    input(element, 'email').focus();
    await sendKeys({ press: 'Enter' });
    while (sent.length === 0) await settle();
    await sendMouse({ type: 'click', position: middleOf(find(element, '[type=submit]')) });
    await settle();
    expect(sent).to.have.length(1);
  });

  it('the arrow keys choose the kind, and Tab goes through the form in order', async () => {
    const { element } = await joinFixture({ privacy: '/p' });
    find(element, 'input[value=individual]').focus();
    await sendKeys({ press: 'ArrowRight' });
    expect(element.kind).to.equal('organization');
    await element.updateComplete;

    const order: (string | undefined)[] = [];
    for (let step = 0; step < 12; step++) {
      await sendKeys({ press: 'Tab' });
      const at = focused(element);
      order.push(at?.getAttribute('name') ?? at?.getAttribute('part') ?? at?.localName);
    }
    expect(order).to.deep.equal([
      'summary',
      'organization',
      'url',
      'given-name',
      'family-name',
      'organization-title',
      'email',
      'postal-code',
      'authorized',
      'consent-updates',
      'submit',
      'privacy',
    ]);
  });

  it('Space and Enter open what the difference is', async () => {
    const { element } = await joinFixture();
    find(element, 'summary').focus();
    await sendKeys({ press: ' ' });
    expect(find<HTMLDetailsElement>(element, 'details').open).to.equal(true);
    await sendKeys({ press: 'Enter' });
    expect(find<HTMLDetailsElement>(element, 'details').open).to.equal(false);
  });
});
