import { expect, fixture, html } from '@open-wc/testing';
import { FactCardElement } from '../fact-card/fact-card-element.ts';
import { whileFetching } from '../testing/card-fixture.ts';
import {
  all,
  choose,
  fileFixture,
  fourIssues,
  sampleIssue,
  titles,
  until,
} from '../testing/deck-fixture.ts';
import { warningsDuring } from '../testing/join-fixture.ts';
import type { FactDeckElement } from './fact-deck-element.ts';

const fallback = () => {
  const paragraph = document.createElement('p');
  paragraph.textContent = 'What kids need, in short.';
  return paragraph;
};

const isOnShow = (element: Element) => element.getClientRects().length > 0;

describe('a deck with a file', () => {
  for (const [title, body] of [
    ['under "issues"', { issues: fourIssues() }],
    ['as a list alone', fourIssues()],
  ] as const) {
    it(`makes a card of each issue: ${title}`, async () => {
      const { element, asked } = await fileFixture(body);
      await until(() => titles(element).filter(Boolean).length === 4);
      expect(titles(element)).to.deep.equal(['Sample 1', 'Sample 2', 'Sample 3', 'Sample 4']);
      expect(asked).to.deep.equal(['https://files.example/deck.json']);
    });
  }

  it('knows all topics before any card is near', async () => {
    const issues = Array.from({ length: 50 }, (_, index) =>
      sampleIssue(index, `Topic ${index % 3}`),
    );
    const { element } = await fileFixture({ issues });
    await until(() => all(element, '.item').length === 50);
    expect(all(element, 'label')).to.have.length(4);
    await choose(element, 'Topic 1');
    expect(all(element, '.item:not([hidden])')).to.have.length(17);
  });

  it('asks for an issue by its id, or by an address from the place of the file', async () => {
    const files: Record<string, unknown> = {
      'https://files.example/deck.json': {
        issues: ['sample', 'issues/other.json', 'https://else.example/issue.json'],
      },
      'https://files.example/issues/other.json': sampleIssue(2),
      'https://else.example/issue.json': sampleIssue(3),
    };
    const { issues } = FactCardElement;
    FactCardElement.issues = { sample: async () => sampleIssue(1) };
    const answer = async (url: string) => Response.json(files[url]);
    await whileFetching(answer, async () => {
      const element = document.createElement('pro-kid-fact-deck');
      element.src = 'https://files.example/deck.json';
      await fixture(html`${element}`);
      await until(() => titles(element).filter(Boolean).length === 3);
      expect(titles(element)).to.deep.equal(['Sample 1', 'Sample 2', 'Sample 3']);
    });
    FactCardElement.issues = issues;
  });

  it('lets go of a card that the page takes away', async () => {
    const { element } = await fileFixture({ issues: fourIssues() });
    await until(() => titles(element).filter(Boolean).length === 4);
    element.children[1]!.remove();
    await until(() => all(element, '[role=listitem]').length === 3);
    expect(titles(element)).to.deep.equal(['Sample 1', 'Sample 3', 'Sample 4']);
  });

  it('hands on to its cards where their action leads, now and later', async () => {
    const { element } = await fileFixture(
      { issues: fourIssues() },
      {
        'action-href': '/join',
        'action-text': 'Join',
        partner: 'first-steps',
        'heading-level': '4',
      },
    );
    await until(() => element.children.length === 4);
    const card = element.querySelector('pro-kid-fact-card')!;
    expect(card).to.include({
      actionHref: '/join',
      actionText: 'Join',
      partner: 'first-steps',
      headingLevel: 4,
    });
    element.htmlFor = 'form';
    await element.updateComplete;
    expect(card.htmlFor).to.equal('form');
  });

  it('shows what the page wrote until the file is there, and then the cards instead', async () => {
    const paragraph = fallback();
    const { element } = await fileFixture({ issues: fourIssues() }, {}, [paragraph]);
    expect(isOnShow(paragraph)).to.equal(true);
    await until(() => titles(element).length === 4);
    expect(isOnShow(paragraph)).to.equal(false);
  });

  it('follows another src', async () => {
    const { element } = await fileFixture({ issues: fourIssues() });
    await until(() => element.children.length === 4);
    const warnings = await warningsDuring(async () => {
      element.src = 'ftp://files.example/deck.json';
      await until(() => all(element, 'p.root').length === 1);
    });
    expect(element.children).to.have.length(0);
    expect(warnings.join()).to.include('[pro-kid/deck-unreachable]');
  });

  it('goes back to what the page wrote when src is taken away', async () => {
    const paragraph = fallback();
    const { element } = await fileFixture({ issues: fourIssues() }, {}, [paragraph]);
    await until(() => titles(element).length === 4);
    element.src = '';
    await until(() => isOnShow(paragraph));
    expect(element.children).to.have.length(1);
  });

  it('rests while it is on no page, and goes on when it is back', async () => {
    const issues = Array.from({ length: 40 }, (_, index) => sampleIssue(index));
    const { element } = await fileFixture({ issues });
    const parent = element.parentElement!;
    const places = () => all(element, '[role=listitem]').length;
    await until(() => places() > 0);
    element.remove();
    for (let frame = 0; frame < 5; frame++) await new Promise(requestAnimationFrame);
    const before = places();
    for (let frame = 0; frame < 5; frame++) await new Promise(requestAnimationFrame);
    expect(places()).to.equal(before);
    parent.append(element);
    await until(() => places() === 40);
  });

  it('puts a card onto the page when its place is near, in the order of the file', async () => {
    const issues = Array.from({ length: 60 }, (_, index) => sampleIssue(index));
    const { element } = await fileFixture({ issues });
    await until(() => all(element, '[role=listitem]').length === 60);
    const near = element.children.length;
    expect(near).to.be.greaterThan(0).and.lessThan(60);
    dispatchEvent(new Event('beforeprint'));
    await until(() => titles(element).filter(Boolean).length === 60);
    expect(titles(element)).to.deep.equal(issues.map((_, index) => `Sample ${index}`));
  });

  it('treats what looks like markup as text', async () => {
    const evil = '<img src=x onerror="window.hit = 1"><script>window.hit = 1</script>';
    const { element } = await fileFixture(
      { issues: [sampleIssue(1, evil), { ...sampleIssue(2, 'Other'), title: evil }] },
      { label: evil },
    );
    await until(() => titles(element).filter(Boolean).length === 2);
    expect(titles(element)[1]).to.equal(evil);
    expect(all(element, 'label')[1]!.textContent.trim()).to.equal(evil);
    expect(all(element, 'img, script')).to.have.length(0);
    expect('hit' in window).to.equal(false);
  });

  describe('that is bad', () => {
    const bad: [string, unknown, string, string][] = [
      ['cannot be reached', new TypeError('offline'), 'deck-unreachable', 'CORS'],
      ['is not there', () => new Response('', { status: 404 }), 'deck-unreachable', '404'],
      ['is too long', () => new Response(' '.repeat(1_048_577)), 'deck-unreachable', '1024 KiB'],
      ['is no JSON', () => new Response('<!doctype html>'), 'deck-invalid', 'no JSON'],
      ['is something else', { cards: [] }, 'deck-invalid', '/issues (required)'],
      ['is null', null, 'deck-invalid', '/issues (required)'],
      ['has no issues', { issues: [] }, 'deck-invalid', '/issues (empty)'],
      ['has nothing good in it', { issues: [7, {}] }, 'deck-invalid', '/issues/0 (type)'],
    ];
    for (const [title, body, code, place] of bad) {
      it(`keeps what the page wrote, and says why: it ${title}`, async () => {
        const paragraph = fallback();
        const warnings = await warningsDuring(async (told) => {
          await fileFixture(typeof body === 'function' ? body() : body, {}, [paragraph]);
          await until(() => told.length > 0);
        });
        expect(warnings).to.have.length(1);
        expect(warnings[0]).to.include(`[pro-kid/${code}]`).and.include(place);
        expect(warnings[0]).to.match(/^<pro-kid-fact-deck>: /);
        expect(isOnShow(paragraph)).to.equal(true);
      });
    }

    it('leaves out what is wrong in it, and shows the rest', async () => {
      let element: FactDeckElement;
      const warnings = await warningsDuring(async () => {
        ({ element } = await fileFixture({
          issues: [sampleIssue(1), 7, 'javascript:alert(1)', { id: 'x' }, sampleIssue(2)],
          colour: 'red',
        }));
        await until(() => titles(element).filter(Boolean).length === 2);
      });
      expect(titles(element!)).to.deep.equal(['Sample 1', 'Sample 2']);
      expect(warnings).to.have.length(1);
      expect(warnings[0])
        .to.include('/colour (unknown)')
        .and.include('/issues/1 (type)')
        .and.include('/issues/2 (url)')
        .and.match(/\/issues\/3\S* \(/);
    });
  });
});
