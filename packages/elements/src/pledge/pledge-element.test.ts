import { expect } from '@open-wc/testing';
import {
  campaignFixture,
  comeWith,
  everyQuestion,
  samplePledge,
  tick,
} from '../testing/campaign-fixture.ts';
import { all, until } from '../testing/deck-fixture.ts';
import { find, input, textOf, type } from '../testing/join-fixture.ts';

describe('<pro-kid-pledge>', () => {
  it('shows what it is about, what is pledged, and asks who pledges', async () => {
    const { element } = await campaignFixture(
      samplePledge({ statement: ['First paragraph.', 'Second paragraph.'] }),
    );
    expect(textOf(element, '.heading')).to.equal('Sample pledge');
    expect(all(element, '[part=statement] p').map((each) => each.textContent)).to.deep.equal([
      'First paragraph.',
      'Second paragraph.',
    ]);
    expect(textOf(element, '.commitments legend')).to.equal('I pledge:');
    expect(all(element, '.commitments label').map((each) => each.textContent)).to.deep.equal([
      'I read to a child.',
      'I call my senator.',
    ]);
    expect(all<HTMLInputElement>(element, ':checked').map(({ value }) => value)).to.deep.equal([
      'individual',
    ]);
    expect(textOf(element, '[type=submit]')).to.equal('I pledge');
    expect(textOf(element, '#behalf')).to.equal('You pledge in your own name.');
  });

  it('marks an example as one', async () => {
    const { element } = await campaignFixture(samplePledge({ example: true }));
    expect(textOf(element, '[part=example]')).to.equal('Example. This is no real campaign.');
  });

  describe('tells in words until when it can be signed', () => {
    const closes = '2099-12-31T23:59:00-08:00';
    for (const [lang, timeZone, words] of [
      ['en', undefined, /^Open until December 31, 2099 at 11:59 PM Pacific Standard Time\.$/],
      ['en', 'America/New_York', /^Open until January 1, 2100 at 2:59 AM Eastern Standard Time\.$/],
      [
        'es',
        undefined,
        /^Abierta hasta el 31 de diciembre de 2099\D+11:59 p\. ?m\. hora estándar del Pacífico\.$/,
      ],
    ] as const) {
      it(`${lang}, ${timeZone ?? 'in California'}`, async () => {
        const { element } = await campaignFixture(
          samplePledge({ closes, ...(timeZone && { timeZone }) }),
          { lang },
        );
        expect(textOf(element, '[part=closes]')).to.match(words);
      });
    }

    it('and nothing where there is no last day', async () => {
      const { element } = await campaignFixture(samplePledge());
      expect(element.shadowRoot!.querySelector('[part=closes]')).to.equal(null);
    });
  });

  it('asks what the file says: kinds, telephone, ZIP code, comment, name', async () => {
    const { element } = await campaignFixture(
      samplePledge({
        kinds: ['organization'],
        fields: {
          telephone: 'required',
          postalCode: 'hidden',
          comment: 'optional',
          showName: 'optional',
        },
        privacy: { url: 'https://a.example/privacy' },
      }),
    );
    expect(element.shadowRoot!.querySelector('.kinds')).to.equal(null);
    expect(input(element, 'organization').disabled).to.equal(false);
    expect(input(element, 'tel').required).to.equal(true);
    expect(input(element, 'postal-code').disabled).to.equal(true);
    expect(textOf(element, 'label[for=comment]')).to.equal('Comment (optional)');
    expect(textOf(element, 'label[for=show-name]')).to.equal('Show my name in public');
    expect(find<HTMLAnchorElement>(element, '[part=privacy]').href).to.equal(
      'https://a.example/privacy',
    );
    // It came so: nothing was switched that would have to be announced.
    expect(textOf(element, '#live')).to.equal('');
  });

  it('asks neither comment nor name where the file does not', async () => {
    const { element } = await campaignFixture(samplePledge());
    expect(all(element, 'textarea, #show-name')).to.deep.equal([]);
  });

  it('says which commitments, questions and consents are required, in the words of their labels', async () => {
    const { element } = await campaignFixture(
      samplePledge({
        commitments: [
          { id: 'read', text: 'I read to a child.', required: true },
          { id: 'call', text: 'I call my senator.' },
        ],
        custom: everyQuestion,
        consents: [{ id: 'rules', text: 'I know the rules.', required: true }],
      }),
    );
    expect(textOf(element, 'label[for=commitment-read]')).to.equal('I read to a child. (required)');
    expect(textOf(element, 'label[for=commitment-call]')).to.equal('I call my senator.');
    expect(textOf(element, 'label[for=answer-heard]')).to.equal(
      'How did you hear of it? (required)',
    );
    expect(textOf(element, 'label[for=answer-story]')).to.equal('Your story (optional)');
    expect(all(element, '.question legend').map((each) => each.textContent)).to.deep.equal([
      'Who are you? (required)',
      'What matters to you? (required)',
    ]);
    expect(textOf(element, 'label[for=answer-volunteer]')).to.equal('I can help at an event');
    expect(textOf(element, 'label[for=consent-rules]')).to.equal('I know the rules. (required)');
  });

  it('shows texts as text, whatever stands in them', async () => {
    const html = '<img src=x onerror=alert(1)>';
    const { element } = await campaignFixture(
      samplePledge({
        title: html,
        statement: [html],
        commitments: [{ id: 'read', text: html }],
        custom: [{ type: 'text', name: 'heard', label: html, hint: html }],
        consents: [{ id: 'rules', text: html }],
      }),
    );
    expect(all(element, 'img')).to.deep.equal([]);
    expect(textOf(element, '.heading')).to.equal(html);
  });

  it('speaks Spanish, its own words and the campaign’s', async () => {
    const { element } = await campaignFixture(samplePledge({ custom: everyQuestion }), {
      lang: 'es',
    });
    expect(textOf(element, '.heading')).to.equal('Compromiso de muestra');
    expect(textOf(element, '.commitments legend')).to.equal('Me comprometo a:');
    expect(textOf(element, 'label[for=commitment-read]')).to.equal('Leo a un niño.');
    expect(textOf(element, '[type=submit]')).to.equal('Me comprometo');
    expect(all(element, '[lang]').map(({ lang }) => lang)).to.deep.equal(['es']);
  });

  it('marks the campaign’s texts where they are in another language than ours', async () => {
    const { element } = await campaignFixture(
      samplePledge({
        title: { ar: 'عنوان' },
        statement: [{ ar: 'نص' }],
        commitments: [{ id: 'read', text: { ar: 'التزام' }, required: true }],
        custom: [{ type: 'text', name: 'heard', label: { ar: 'سؤال' }, hint: { ar: 'تلميح' } }],
      }),
    );
    expect(find(element, '.root').lang).to.equal('en');
    const isMarked = (part: Element | null) => {
      const marked = part?.closest<HTMLElement>('[lang]');
      return marked?.lang === 'ar' && marked.dir === 'rtl';
    };
    for (const part of [
      '.heading bdi',
      '[part=statement] p',
      '[for=commitment-read] bdi',
      '[for=answer-heard] bdi',
      '#answer-heard-hint',
    ]) {
      expect(isMarked(find(element, part)), part).to.equal(true);
    }
    expect(isMarked(find(element, '[for=commitment-read] span'))).to.equal(false);
  });
});

describe('a link to the page', () => {
  let undo = () => undefined as void;
  afterEach(() => undo());

  it('may name commitments, which are ticked then; others are not', async () => {
    undo = comeWith('pro-kid-commitments=call,nonsense,__proto__');
    const { element } = await campaignFixture(samplePledge());
    expect(input(element, 'commitment-call').checked).to.equal(true);
    expect(input(element, 'commitment-read').checked).to.equal(false);
  });

  it('ticks once: what the visitor takes away stays away', async () => {
    undo = comeWith('pro-kid-commitments=call');
    const { element } = await campaignFixture(samplePledge());
    tick(element, 'commitment-call');
    element.requestUpdate();
    await element.updateComplete;
    expect(input(element, 'commitment-call').checked).to.equal(false);
  });

  it('may name kind, language and partner', async () => {
    undo = comeWith('pro-kid-kind=organization&pro-kid-language=es&pro-kid-partner=first-steps');
    const { element } = await campaignFixture(samplePledge());
    await until(() => find(element, '.root').lang === 'es');
    expect(element.kind).to.equal('organization');
    expect(element.partner).to.equal('first-steps');
  });

  it('gives way to what the page says', async () => {
    undo = comeWith('pro-kid-kind=organization&pro-kid-language=es&pro-kid-partner=first-steps');
    const { element } = await campaignFixture(samplePledge({ kinds: ['individual'] }), {
      lang: 'en',
      partner: 'own',
    });
    expect(element.kind).to.equal('individual');
    expect(element.partner).to.equal('own');
    expect(find(element, '.root').lang).to.equal('en');
  });

  it('cannot fill in what is personal, nor anything else', async () => {
    undo = comeWith(
      'pro-kid-email=a@b.example&email=a@b.example&pro-kid-given-name=Ana&pro-kid-endpoint=https://evil.example/&endpoint=https://evil.example/&pro-kid-kind=robot&pro-kid-language=%3Cb%3E',
    );
    const before = location.href;
    const { element } = await campaignFixture(samplePledge());
    for (const field of all<HTMLInputElement>(element, '.field input')) {
      expect(field.value, field.name).to.equal('');
    }
    expect(element.kind).to.equal('individual');
    expect(element.endpoint).to.equal('');
    expect(element.lang).to.equal('');
    expect(location.href).to.equal(before);
  });
});

describe('two pledges on a page', () => {
  it('stand alone', async () => {
    const first = await campaignFixture(samplePledge());
    const second = await campaignFixture(samplePledge({ title: 'Another one' }), { lang: 'es' });
    type(first.element, { 'given-name': 'Ana' });
    tick(first.element, 'commitment-read');
    expect(input(second.element, 'given-name').value).to.equal('');
    expect(input(second.element, 'commitment-read').checked).to.equal(false);
    expect(textOf(first.element, '.heading')).to.equal('Sample pledge');
    expect(textOf(second.element, '.heading')).to.equal('Another one');
    await first.element.submit();
    await until(() => first.element.shadowRoot!.querySelector('#summary'));
    expect(second.element.shadowRoot!.querySelector('#summary')).to.equal(null);
  });
});
