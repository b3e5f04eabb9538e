import { expect } from '@open-wc/testing';
import { isSuccess, type Outcome } from '@pro-kid/client';
import { find, input, joinFixture, person, submit, textOf, type } from '../testing/join-fixture.ts';

describe('what the visitor reads, for each outcome', () => {
  const table: [Outcome, string, string][] = [
    [{ outcome: 'accepted' }, 'The sign-up service took your form.', 'recibió su formulario'],
    [{ outcome: 'sent' }, 'does not tell us if it arrived', 'no nos dice si llegó'],
    [{ outcome: 'duplicate' }, 'You are already in', 'Ya es parte'],
    [
      { outcome: 'confirmed', receipt: { id: 'x', status: 'pending' } },
      'One more step',
      'Falta un paso',
    ],
    [
      { outcome: 'unreachable', cause: 'offline' },
      'You are not signed up yet You seem to be offline, so nothing was sent. Everything you typed is still here.',
      'así que no se envió nada',
    ],
    [
      { outcome: 'unreachable', cause: 'network' },
      'We cannot tell if you are signed up We could not reach the sign-up service. It may have received your form, or not.',
      'Puede que haya recibido su formulario, o no.',
    ],
    [
      { outcome: 'unreachable', cause: 'cut' },
      'It may have received your form, or not.',
      'Puede que haya recibido',
    ],
    [
      { outcome: 'unreachable', cause: 'timeout' },
      'did not answer in time',
      'no respondió a tiempo',
    ],
    [{ outcome: 'unreachable', cause: 'server', status: 500 }, 'had a problem', 'tuvo un problema'],
    [
      { outcome: 'limited', retryAfter: 45 },
      'did not take your form. Try again in 45 seconds. Everything you typed is still here.',
      'Intente de nuevo en 45 segundos.',
    ],
    [{ outcome: 'limited', retryAfter: 600 }, 'in 10 minutes', 'en 10 minutos'],
    [{ outcome: 'limited' }, 'is busy and did not take your form', 'está ocupado'],
    [
      { outcome: 'refused', code: 'status', status: 403, hostedPage: 'https://crm.example/form' },
      'did not take your form. Sign up on the service’s own page',
      'no aceptó su formulario',
    ],
    [
      { outcome: 'refused', code: 'unreadable-answer', status: 200 },
      'We cannot tell if you are signed up The sign-up service gave an answer that cannot be read.',
      'una respuesta que no se puede leer',
    ],
  ];

  for (const [outcome, english, spanish] of table) {
    const name = JSON.stringify(outcome);
    for (const [lang, words] of [
      ['en', english],
      ['es', spanish],
    ] as const) {
      it(`${name} in ${lang}`, async () => {
        const { element, answerWith } = await joinFixture({ lang });
        answerWith(outcome);
        type(element, person);
        await submit(element);
        expect(textOf(element, isSuccess(outcome) ? '#thanks' : '[part=failure]')).to.include(
          words,
        );
        expect(textOf(element, '#live')).not.to.equal('');
        if (!isSuccess(outcome)) {
          expect(element.matches(':state(failed)')).to.equal(true);
          expect(input(element, 'email').value).to.equal(person.email);
        }
      });
    }
  }

  it('a retry is the same submission; after an edit it is a new one', async () => {
    const { element, sent, answerWith } = await joinFixture();
    answerWith({ outcome: 'unreachable', cause: 'network' });
    type(element, person);
    await submit(element);
    expect(textOf(element, '[type=submit]')).to.equal('Try again');
    await submit(element);
    expect(sent[1]).to.deep.equal(sent[0]);
    type(element, { email: 'other@example.org' });
    await submit(element);
    expect(sent[2]!.id).not.to.equal(sent[0]!.id);
  });

  it('a failure is shown in view, also where the button stood at the lower edge', async () => {
    const { element, answerWith } = await joinFixture();
    answerWith({ outcome: 'unreachable', cause: 'network' });
    type(element, person);
    find(element, '[type=submit]').scrollIntoView({ block: 'end' });
    await submit(element);
    await element.updateComplete;
    const { top, bottom } = find(element, '[part=failure]').getBoundingClientRect();
    expect(top).to.be.at.least(0);
    expect(bottom).to.be.at.most(innerHeight);
  });

  it('an error has words of ours whatever the endpoint calls it', async () => {
    for (const lang of ['en', 'es']) {
      for (const code of ['constructor', '__proto__', 'toString', '']) {
        const { element, answerWith } = await joinFixture({ lang });
        answerWith({ outcome: 'invalid', errors: [{ pointer: '/member/email', code }] });
        type(element, person);
        await submit(element);
        expect(textOf(element, '#email-error')).to.match(/@/);
      }
    }
  });

  it('never links to a hosted page that is no web page', async () => {
    const { element, answerWith } = await joinFixture();
    answerWith({ outcome: 'refused', code: 'status', hostedPage: 'javascript:alert(1)' });
    type(element, person);
    await submit(element);
    expect(element.shadowRoot!.querySelector('[part=failure] a')).to.equal(null);
  });
});
