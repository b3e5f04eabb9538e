import { expect } from '@open-wc/testing';
import {
  campaignFixture,
  fullPledge,
  samplePledge,
  tick,
  write,
} from '../testing/campaign-fixture.ts';
import { all, until } from '../testing/deck-fixture.ts';
import { find, person, submit, textOf, type } from '../testing/join-fixture.ts';

const focused = (element: HTMLElement) => element.shadowRoot!.activeElement;

describe('when something is missing', () => {
  it('says what, in the order of the form, each leading to its field', async () => {
    const { element, sent } = await campaignFixture(fullPledge());
    await submit(element);
    await until(() => focused(element)?.id === 'summary');
    expect(sent).to.have.length(0);
    const links = all<HTMLAnchorElement>(element, '#summary a');
    expect(links.map(({ textContent, hash }) => [textContent, hash])).to.deep.equal([
      ['Tick this box to sign: I read to a child.', '#commitment-read'],
      ['Enter your first name', '#given-name'],
      ['Enter your email address', '#email'],
      ['How did you hear of it?: answer this question', '#answer-heard'],
      ['Who are you?: choose one', '#answer-role'],
      ['What matters to you?: choose at least one', '#answer-topics'],
      ['Tick this box to sign: I know the rules.', '#consent-rules'],
    ]);
    for (const link of links) {
      link.click();
      await until(() => focused(element)?.id === link.hash.slice(1));
    }
  });

  it('and says it at the field, to everybody', async () => {
    const { element } = await campaignFixture(fullPledge());
    await submit(element);
    const describedBy = (selector: string) =>
      find(element, selector)
        .getAttribute('aria-describedby')!
        .split(' ')
        .map((id) => textOf(element, `#${id}`));
    expect(describedBy('#commitment-read')).to.deep.equal([
      'Tick this box to sign: I read to a child.',
    ]);
    expect(describedBy('#answer-heard')).to.deep.equal([
      'A few words do.',
      'How did you hear of it?: answer this question',
    ]);
    expect(describedBy('fieldset:has(#answer-role)')).to.deep.equal([
      'The nearest one.',
      'Who are you?: choose one',
    ]);
    expect(describedBy('fieldset:has(#answer-topics)')).to.deep.equal([
      'What matters to you?: choose at least one',
    ]);
    const wrong = all(element, '[aria-invalid]').map(({ id }) => id);
    expect(wrong).to.deep.equal([
      'commitment-read',
      'given-name',
      'email',
      'answer-heard',
      '', // the group of radio buttons
      'answer-topics',
      'answer-topics:1',
      'answer-topics:2',
      'consent-rules',
    ]);
  });

  it('takes each error away as soon as it is mended', async () => {
    const { element } = await campaignFixture(fullPledge());
    await submit(element);
    tick(element, 'commitment-read', 'answer-role:1', 'answer-topics:2', 'consent-rules');
    type(element, { ...person, 'answer-heard': 'At the fair' });
    await element.updateComplete;
    expect(all(element, '#summary, .error, [aria-invalid]')).to.deep.equal([]);
  });

  it('asks for one commitment at least, and any one will do', async () => {
    const { element, sent } = await campaignFixture(samplePledge());
    type(element, person);
    await submit(element);
    expect(sent).to.have.length(0);
    expect(textOf(element, '#commitment-read-error')).to.equal('Choose what you want to pledge');
    tick(element, 'commitment-call');
    await element.updateComplete;
    expect(all(element, '#summary, .error')).to.deep.equal([]);
    await submit(element);
    expect(sent[0]!.pledge!.commitments).to.deep.equal(['call']);
  });

  it('shortens long labels in its errors', async () => {
    const text =
      'I will read to a child on every single evening of the whole long year, I promise.';
    const { element } = await campaignFixture(
      samplePledge({ commitments: [{ id: 'read', text, required: true }] }),
    );
    await submit(element);
    expect(textOf(element, '#commitment-read-error')).to.equal(
      'Tick this box to sign: I will read to a child on every single evening of the whole…',
    );
  });

  it('asks for a comment where the file does, and for a shorter one where it is too long', async () => {
    const { element } = await campaignFixture(samplePledge({ fields: { comment: 'required' } }));
    tick(element, 'commitment-read');
    type(element, person);
    await submit(element);
    expect(textOf(element, '#comment-error')).to.equal('Write a few words');
    write(element, 'comment', 'x'.repeat(4001));
    await element.updateComplete;
    await submit(element);
    expect(textOf(element, '#comment-error')).to.equal('Comment: use fewer characters');
    write(element, 'comment', 'For Leo.');
    await element.updateComplete;
    expect(all(element, '#summary, .error')).to.deep.equal([]);
  });

  it('says so in Spanish', async () => {
    const { element } = await campaignFixture(fullPledge(), { lang: 'es' });
    await submit(element);
    expect(textOf(element, '#answer-role-error')).to.equal('¿Quién es usted?: elija una opción');
    expect(textOf(element, '#consent-rules-error')).to.equal(
      'Marque esta casilla para firmar: Conozco las reglas.',
    );
  });

  it('shows what the endpoint found wrong at the field, as text', async () => {
    const { element, answerWith } = await campaignFixture(
      samplePledge({
        fields: { comment: 'optional' },
        custom: [{ type: 'text', name: 'comment', label: 'Anything else?' }],
        consents: [{ id: 'rules', text: 'I know the rules.' }],
      }),
    );
    answerWith({
      outcome: 'invalid',
      errors: [
        { pointer: '/pledge/commitments/1', code: 'unknown', detail: 'No longer offered' },
        { pointer: '/answers/comment', code: 'too-long' },
        { pointer: '/pledge/comment', code: 'characters' },
        { pointer: '/consents/0', code: 'required' },
        { pointer: '/member/email', code: 'blocked', detail: '<img src=x>' },
        { pointer: '/source/page', detail: 'Not from here' },
      ],
    });
    tick(element, 'commitment-read');
    type(element, person);
    await submit(element);
    expect(textOf(element, '#commitment-call-error')).to.equal('No longer offered');
    expect(textOf(element, '#answer-comment-error')).to.equal(
      'Anything else?: use fewer characters',
    );
    expect(textOf(element, '#comment-error')).to.equal(
      'Comment: use plain letters, numbers and signs',
    );
    expect(textOf(element, '#consent-rules-error')).to.include('Tick this box to sign');
    expect(textOf(element, '#email-error')).to.equal('<img src=x>');
    expect(textOf(element, '#summary')).to.include('Not from here');
    expect(all(element, 'img')).to.deep.equal([]);
  });
});
