import { expect } from '@open-wc/testing';
import { check, submission } from '@pro-kid/contract';
import { campaignFixture, samplePetition, tick, write } from '../testing/campaign-fixture.ts';
import { all } from '../testing/deck-fixture.ts';
import { group, nextEvent, person, submit, textOf, type, find } from '../testing/join-fixture.ts';

describe('<pro-kid-petition>', () => {
  it('shows whom it addresses, what it asks and why, and no commitments', async () => {
    const { element } = await campaignFixture(samplePetition());
    expect(textOf(element, '.heading')).to.equal('Sample petition');
    expect(textOf(element, '[part=to]')).to.equal('To The sample council');
    expect(textOf(element, '[part=ask]')).to.equal('We ask Open the sample park.');
    expect(textOf(element, '[part=statement]')).to.equal('Sample reason.');
    expect(all(element, '.commitments')).to.deep.equal([]);
    expect(textOf(element, '[type=submit]')).to.equal('Sign the petition');
    expect(textOf(element, '#behalf')).to.equal('You sign in your own name.');
  });

  it('does so in Spanish', async () => {
    const { element } = await campaignFixture(samplePetition({ fields: { comment: 'optional' } }), {
      lang: 'es',
    });
    expect(textOf(element, '[part=to]')).to.equal('Para El consejo de muestra');
    expect(textOf(element, '[part=ask]')).to.equal('Pedimos Abran el parque de muestra.');
    expect(textOf(element, 'label[for=comment]')).to.equal('¿Por qué firma? (opcional)');
    expect(textOf(element, '[type=submit]')).to.equal('Firmar la petición');
  });

  it('sends a signature with the reason for it, as the contract asks for', async () => {
    const { element, sent } = await campaignFixture(
      samplePetition({ fields: { comment: 'required', showName: 'optional' } }),
    );
    expect(textOf(element, 'label[for=comment]')).to.equal('Why are you signing? (required)');
    type(element, person);
    await submit(element);
    expect(textOf(element, '#comment-error')).to.equal('Write a few words');
    write(element, 'comment', 'My children play there.');
    tick(element, 'show-name');
    const delivered = nextEvent(element, 'pro-kid-delivered');
    await submit(element);
    const [body] = sent;
    expect(check(submission, body)).to.deep.equal({ valid: true, value: body });
    expect(body).to.deep.include({
      type: 'petition',
      petition: { comment: 'My children play there.', showName: true },
    });
    expect(body).not.to.have.any.keys('pledge', 'answers');
    expect(body!.source.widget).to.equal('pro-kid-petition');
    expect((await delivered).submissionType).to.equal('petition');
    expect(textOf(element, '#thanks')).to.include('Thank you! You have signed.');
  });

  it('signs for an organization', async () => {
    const { element, sent } = await campaignFixture(samplePetition(), { kind: 'organization' });
    type(element, group);
    await element.updateComplete;
    expect(textOf(element, '#behalf')).to.equal('You sign on behalf of First Steps.');
    tick(element, 'authorized');
    await submit(element);
    expect(check(submission, sent[0]).valid).to.equal(true);
    expect(sent[0]!.petition).to.deep.equal({ showName: false });
  });

  it('shows what the endpoint found wrong with the reason, at its field', async () => {
    const { element, answerWith } = await campaignFixture(
      samplePetition({ fields: { comment: 'optional' } }),
    );
    answerWith({
      outcome: 'invalid',
      errors: [{ pointer: '/petition/comment', code: 'too-long' }],
    });
    type(element, person);
    await submit(element);
    expect(textOf(element, '#comment-error')).to.equal(
      'Why are you signing?: use fewer characters',
    );
  });

  it('is accessible as it comes, with errors and after the thank-you', async () => {
    const { element } = await campaignFixture(
      samplePetition({ fields: { comment: 'required', showName: 'optional' } }),
    );
    await expect(element).to.be.accessible();
    await submit(element);
    await expect(element).to.be.accessible();
    type(element, person);
    write(element, 'comment', 'My children play there.');
    await submit(element);
    await Promise.all(
      find(element, '.root')
        .getAnimations({ subtree: true })
        .map(({ finished }) => finished),
    );
    await expect(element).to.be.accessible();
  });
});
