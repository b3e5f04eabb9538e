import { expect } from '@open-wc/testing';
import type { Outcome } from '@pro-kid/client';
import {
  find,
  joinFixture,
  nextEvent,
  person,
  saysOf,
  submit,
  type,
  warningsDuring,
} from '../testing/join-fixture.ts';

const NAMES = ['pro-kid-submit', 'pro-kid-delivered', 'pro-kid-failed'] as const;

describe('what the page hears', () => {
  it('one event before sending and one after, which leave every shadow root', async () => {
    const outer = document.createElement('div');
    const inside = document.createElement('div');
    outer.attachShadow({ mode: 'open' }).append(inside);
    const { element } = await joinFixture({}, inside);
    document.body.append(outer);
    const heard: Event[] = [];
    for (const name of NAMES) document.addEventListener(name, (event) => heard.push(event));

    type(element, person);
    element.kind = 'individual';
    expect(heard).to.have.length(0);
    await submit(element);
    expect(heard.map((event) => event.type)).to.deep.equal(['pro-kid-submit', 'pro-kid-delivered']);
    expect(heard.every((event) => event.bubbles && event.composed)).to.equal(true);
    outer.remove();
  });

  it('which campaign it was for, and how many are in, so that a counter can follow', async () => {
    const { element } = await joinFixture({ campaign: 'spring' });
    const delivered = nextEvent(element, 'pro-kid-delivered');
    type(element, person);
    await submit(element);
    const { campaign, counts } = await delivered;
    expect(campaign).to.equal('spring');
    expect(counts?.individuals).to.equal(12480);
  });

  it('nothing that the visitor typed', async () => {
    const { element, answerWith } = await joinFixture();
    const heard: string[] = [];
    for (const name of NAMES) element.addEventListener(name, (event) => heard.push(saysOf(event)));
    type(element, { ...person, 'postal-code': '958' });
    await submit(element);
    type(element, { 'postal-code': '95814' });
    answerWith({ outcome: 'refused', code: 'status', status: 403 });
    await submit(element);
    answerWith({ outcome: 'accepted' });
    await submit(element);

    expect(heard).to.have.length(5);
    for (const typed of ['Ana', 'Ruiz', 'ana@example.org', '95814']) {
      expect(heard.join()).not.to.include(typed);
    }
  });

  it('the facts of what became of it', async () => {
    const { element, sent, answerWith } = await joinFixture();
    const failing = nextEvent(element, 'pro-kid-failed');
    await element.submit();
    const wrong = await failing;
    expect(wrong.outcome).to.equal('invalid');
    expect(wrong.codes).to.deep.equal(['required', 'required']);

    type(element, person);
    answerWith({ outcome: 'unreachable', cause: 'timeout' });
    const losing = nextEvent(element, 'pro-kid-failed');
    await element.submit();
    expect((await losing).codes).to.deep.equal(['timeout']);

    answerWith({ outcome: 'sent' });
    const delivering = nextEvent(element, 'pro-kid-delivered');
    await element.submit();
    const delivered = await delivering;
    expect(delivered.outcome).to.equal('sent');
    expect(delivered.submissionType).to.equal('join');
    expect(delivered.kind).to.equal('individual');
    expect(delivered.id).to.equal(sent[0]!.id);
  });

  it('a page may hold a submission back, or add answers of its own', async () => {
    const { element, sent } = await joinFixture();
    type(element, person);
    element.addEventListener('pro-kid-submit', (event) => event.preventDefault(), { once: true });
    await element.submit();
    expect(sent).to.have.length(0);
    expect(element.matches(':state(idle)')).to.equal(true);

    element.addEventListener('pro-kid-submit', (event) => (event.answers['heard'] = 'At the fair'));
    await submit(element);
    expect(sent[0]!.answers).to.deep.equal({ heard: 'At the fair' });
  });

  it('which of its answers no endpoint would take; the others are sent', async () => {
    const { element, sent } = await joinFixture();
    type(element, person);
    element.addEventListener('pro-kid-submit', ({ answers }) => {
      answers['heard'] = ' At the fair ';
      answers['not a name'] = 'x';
      answers['long'] = 'x'.repeat(4001);
      (answers as Record<string, unknown>)['number'] = 7;
    });
    const warnings = await warningsDuring(() => submit(element));
    expect(sent[0]!.answers).to.deep.equal({ heard: 'At the fair' });
    expect(warnings.join()).to.include('[pro-kid/answer]');
  });

  it('the error of a deliver function that throws, while the visitor keeps the form', async () => {
    const { element } = await joinFixture();
    const reported: unknown[] = [];
    const { reportError } = globalThis;
    globalThis.reportError = (error) => void reported.push(error);
    const error = new Error('broken');
    element.deliver = () => Promise.reject(error);
    type(element, person);
    await submit(element);
    globalThis.reportError = reportError;
    expect(reported).to.deep.equal([error]);
    expect(element.matches(':state(failed)')).to.equal(true);
  });
});

describe('a form that is taken off the page', () => {
  it('stops waiting for an answer, and says nothing more', async () => {
    const { element } = await joinFixture();
    let signal: AbortSignal | undefined;
    let answer: (outcome: Outcome) => void = () => undefined;
    element.deliver = (_submission, options) => {
      ({ signal } = options);
      return new Promise((resolve) => (answer = resolve));
    };
    const heard: Event[] = [];
    for (const name of NAMES.slice(1)) element.addEventListener(name, (event) => heard.push(event));
    type(element, person);
    find(element, '[type=submit]').click();
    while (!signal) await new Promise(requestAnimationFrame);
    element.remove();
    await Promise.resolve();
    expect(signal.aborted).to.equal(true);
    answer({ outcome: 'accepted' });
    await element.updateComplete;
    expect(heard).to.have.length(0);
  });

  it('goes on when it was only moved, with what was typed', async () => {
    const { element, sent } = await joinFixture();
    type(element, person);
    const elsewhere = document.createElement('div');
    document.body.append(elsewhere);
    elsewhere.append(element);
    await submit(element);
    expect(sent[0]!.member.givenName).to.equal('Ana');
    elsewhere.remove();
  });
});
