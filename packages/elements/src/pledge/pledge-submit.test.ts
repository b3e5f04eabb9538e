import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { check, submission } from '@pro-kid/contract';
import {
  campaignFixture,
  everyQuestion,
  fullPledge,
  samplePledge,
  tick,
  write,
} from '../testing/campaign-fixture.ts';
import { until } from '../testing/deck-fixture.ts';
import { find, group, person, submit, textOf, type } from '../testing/join-fixture.ts';
import { version } from '../version.ts';

const focused = (element: HTMLElement) => element.shadowRoot!.activeElement;

describe('pledging', () => {
  it('sends what a person said, in the shape that the contract asks for', async () => {
    const sample = fullPledge();
    const { element, sent } = await campaignFixture(sample, { partner: 'first-steps' });
    tick(element, 'commitment-read', 'commitment-call', 'answer-role:1');
    tick(element, 'answer-topics:2', 'answer-topics', 'show-name', 'consent-rules');
    type(element, { ...person, 'postal-code': '95814', 'answer-heard': '  At the fair ' });
    write(element, 'answer-story', 'One.\nTwo.');
    write(element, 'comment', ' For Leo. ');
    await submit(element);

    expect(sent).to.have.length(1);
    const [body] = sent;
    expect(check(submission, body)).to.deep.equal({ valid: true, value: body });
    expect(body).to.deep.equal({
      version: 1,
      id: body!.id,
      type: 'pledge',
      member: {
        kind: 'individual',
        givenName: 'Ana',
        familyName: 'Ruiz',
        email: 'ana@example.org',
        postalCode: '95814',
      },
      pledge: { commitments: ['read', 'call'], comment: 'For Leo.', showName: true },
      answers: {
        heard: 'At the fair',
        story: 'One.\nTwo.',
        role: 'teacher',
        topics: 'health, housing',
        volunteer: 'no',
      },
      consents: [
        { id: 'updates', granted: false, text: 'Write to me.', language: 'en' },
        { id: 'rules', granted: true, text: 'I know the rules.', language: 'en' },
      ],
      source: {
        campaign: sample.id,
        partner: 'first-steps',
        page: location.origin + location.pathname,
        widget: 'pro-kid-pledge',
        widgetVersion: version,
        // The page under test is opened by the runner, from an address of its own or from none.
        ...(body!.source.referrer && { referrer: body!.source.referrer }),
      },
      language: 'en',
      submittedAt: body!.submittedAt,
    });
  });

  it('sends for an organization', async () => {
    const { element, sent } = await campaignFixture(samplePledge());
    tick(element, 'commitment-call');
    find(element, 'input[value=organization]').click();
    await element.updateComplete;
    expect(textOf(element, '#behalf')).to.equal('You pledge on behalf of your organization.');
    type(element, group);
    await element.updateComplete;
    expect(textOf(element, '#behalf')).to.equal('You pledge on behalf of First Steps.');
    tick(element, 'authorized');
    await submit(element);
    expect(check(submission, sent[0]).valid).to.equal(true);
    expect(sent[0]!.member).to.deep.include({ kind: 'organization', name: 'First Steps' });
    expect(sent[0]!.pledge).to.deep.equal({ commitments: ['call'], showName: false });
    expect(sent[0]).not.to.have.property('answers');
  });

  it('says yes for a checkbox, and leaves out what was not answered', async () => {
    const custom = everyQuestion.map((each) => ({ ...each, required: false }));
    const { element, sent } = await campaignFixture(samplePledge({ custom }));
    tick(element, 'commitment-read', 'answer-volunteer');
    type(element, person);
    await submit(element);
    expect(sent[0]!.answers).to.deep.equal({ volunteer: 'yes' });
  });

  it('keeps the words of a consent in the language in which they were read', async () => {
    const consents = [
      { id: 'updates', text: { en: 'Write to me.', es: 'Escríbanme.' } },
      { id: 'rules', text: { en: 'I know the rules.' } },
      { id: 'plain', text: 'Plain words.' },
    ];
    const { element, sent } = await campaignFixture(samplePledge({ consents }), { lang: 'es' });
    tick(element, 'commitment-read', 'consent-updates');
    type(element, person);
    await submit(element);
    expect(sent[0]!.consents).to.deep.equal([
      { id: 'updates', granted: true, text: 'Escríbanme.', language: 'es' },
      { id: 'rules', granted: false, text: 'I know the rules.', language: 'en' },
      { id: 'plain', granted: false, text: 'Plain words.', language: 'es' },
    ]);
    expect(sent[0]!.language).to.equal('es');
  });

  it('asks for our own consent where the file has none, and for none where it says so', async () => {
    const ours = await campaignFixture(samplePledge());
    expect(textOf(ours.element, 'label[for=consent-updates]')).to.include('Send me updates');

    const none = await campaignFixture(samplePledge({ consents: [] }));
    tick(none.element, 'commitment-read');
    type(none.element, person);
    await submit(none.element);
    expect(none.sent[0]!.consents).to.deep.equal([]);
  });

  it('is the same submission when tried again, and a new one when something else is ticked', async () => {
    const { element, sent, answerWith } = await campaignFixture(samplePledge());
    answerWith({ outcome: 'unreachable', cause: 'network' });
    tick(element, 'commitment-read');
    type(element, person);
    await submit(element);
    await submit(element);
    tick(element, 'commitment-call');
    await submit(element);
    expect(sent[1]!.id).to.equal(sent[0]!.id);
    expect(sent[2]!.id).not.to.equal(sent[0]!.id);
  });
});

describe('with real keys', () => {
  it('goes from the commitments to the button, ticks with Space and sends with Enter', async () => {
    const { element, sent } = await campaignFixture(
      samplePledge({
        custom: everyQuestion,
        fields: { postalCode: 'hidden', comment: 'optional', showName: 'optional' },
        privacy: { url: 'https://a.example/privacy' },
      }),
    );
    find(element, '#commitment-read').focus();
    await sendKeys({ press: ' ' });
    const order: string[] = [];
    const typed: Record<string, string> = {
      'given-name': 'Ana',
      email: 'ana@example.org',
      'answer-heard': 'At the fair',
    };
    while (!order.includes('submit')) {
      await sendKeys({ press: 'Tab' });
      const at = focused(element)!;
      const name = at.id || at.getAttribute('name') || at.getAttribute('part')!;
      order.push(name);
      if (name in typed) await sendKeys({ type: typed[name]! });
      if (/role|topics$/.test(name)) await sendKeys({ press: ' ' });
    }
    expect(order).to.deep.equal([
      'commitment-call',
      'kind',
      'given-name',
      'family-name',
      'email',
      'answer-heard',
      'answer-story',
      'answer-role',
      'answer-topics',
      'answer-topics:1',
      'answer-topics:2',
      'answer-volunteer',
      'comment',
      'show-name',
      'consent-updates',
      'submit',
    ]);
    await sendKeys({ press: 'Enter' });
    await until(() => focused(element)?.id === 'thanks');
    expect(sent).to.have.length(1);
    expect(sent[0]!.answers).to.include({ role: 'parent', topics: 'health' });
  });
});
