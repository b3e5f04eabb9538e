import { expect } from '@open-wc/testing';
import type { Issue } from '@pro-kid/contract';
import { invalidIssues, sampleIssue, validIssues } from '@pro-kid/contract/testing';
import {
  cardFixture,
  fullIssue,
  nodes,
  part,
  parts,
  shown,
  unreadyCard,
  until,
  whileFetching,
  wordsOf,
} from '../testing/card-fixture.ts';
import { warningsDuring } from '../testing/join-fixture.ts';
import { FactCardElement } from './fact-card-element.ts';

/** A card as a page that brings its own issues has it. */
class OwnCard extends FactCardElement {
  static override issues = {
    sample: () => Promise.resolve(fullIssue),
    lost: () => Promise.reject(new TypeError('Failed to fetch')),
  };
}
customElements.define('own-card', OwnCard);

const title = (element: FactCardElement) => wordsOf(part(element, '#title'));
const jsonScript = (text: string) => {
  const script = document.createElement('script');
  script.type = 'application/json';
  script.textContent = text;
  return script;
};
const fallback = () => nodes('<p class="fallback">What the page wrote.</p>');

/** What the integrator reads of a card that keeps its fallback. */
async function messageOf(
  attributes: Record<string, string>,
  content: Node[] = [],
  issue?: unknown,
): Promise<string> {
  const warnings = await warningsDuring(async () => {
    const element = document.createElement('pro-kid-fact-card');
    if (issue !== undefined) element.issue = issue as Issue;
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...fallback(), ...content);
    document.body.append(element);
    await until(() => element.matches(':state(missing)'));
    element.requestUpdate();
    await element.updateComplete;
    const kept = element.querySelector('.fallback')!;
    expect(kept.getClientRects().length, 'the fallback shows').to.be.greaterThan(0);
    element.remove();
  });
  expect(warnings).to.have.length(1);
  expect(warnings[0]).to.match(/^<pro-kid-fact-card>: /);
  return warnings[0]!;
}

describe('a card gets its issue', () => {
  it('from the issue property', async () => {
    const element = await cardFixture();
    expect(title(element)).to.equal('A sample issue');
    element.issue = { ...fullIssue, title: 'Another' };
    await until(() => title(element) === 'Another');
  });

  it('by the id of one that is built in', async () => {
    const element = document.createElement('own-card') as OwnCard;
    element.setAttribute('issue', 'sample');
    document.body.append(element);
    await shown(element);
    expect(title(element)).to.equal('A sample issue');
    element.remove();
  });

  it('from a script between its tags, also when it is parsed later', async () => {
    const element = await unreadyCard({}, [jsonScript(JSON.stringify(fullIssue))]);
    await shown(element);
    expect(title(element)).to.equal('A sample issue');
    element.querySelector('script')!.textContent = JSON.stringify({ ...fullIssue, title: 'Later' });
    await until(() => title(element) === 'Later');
  });

  it('from a file, without cookies and without the page’s full address', async () => {
    let asked: [string, RequestInit | undefined] | undefined;
    await whileFetching(
      async (url, init) => {
        asked = [url, init];
        return Response.json(fullIssue);
      },
      async () => {
        const element = await unreadyCard({ src: '/issue.json' });
        await shown(element);
        expect(title(element)).to.equal('A sample issue');
      },
    );
    expect(asked![0]).to.equal(`${location.origin}/issue.json`);
    expect(asked![1]).to.include({
      credentials: 'omit',
      referrerPolicy: 'strict-origin-when-cross-origin',
    });
  });

  it('from plain HTML, with no data at all', async () => {
    const element = await unreadyCard(
      { id: 'reading' },
      nodes(`<h3>A  title</h3>
        <p><data value="3/5" title="samples">three in five</data> samples are blue</p>
        <p>The summary.</p>
        <ul><li><data value="120" title="books">120</data> books</li>
          <li><p>From <data value="2-9">2 to 9</data> years</p></li></ul>
        <p>Background <em>words</em>.</p>
        <blockquote><p>The ask.</p></blockquote>
        <a slot="actions" href="/join">Join</a>`),
    );
    await shown(element);
    expect(title(element)).to.equal('A title');
    expect(parts(element, '[role=img]').map((image) => image.ariaLabel)).to.deep.equal([
      '3 in 5 samples are blue',
      '120 books. One dot is 5 books.',
      'From 2 to 9 years',
    ]);
    expect(wordsOf(part(element, '[part=summary]'))).to.equal('The summary.');
    expect(wordsOf(part(element, '[part=background] p'))).to.equal('Background words.');
    expect(wordsOf(part(element, '.agenda p'))).to.equal('The ask.');
    expect(element.querySelector('a')!.getClientRects().length).to.equal(1);
    expect(element.querySelector('h3')!.getClientRects().length).to.equal(0);

    element.querySelector('data')!.setAttribute('value', '4/5');
    await until(() => part(element, 'strong').textContent === '4 in 5');
  });

  for (const value of ['', '1/0', '5/4', '1/200', '9-2', '-4', 'many', 'Infinity']) {
    it(`reads a value that is no figure as words: "${value}"`, async () => {
      const element = await unreadyCard(
        {},
        nodes('<h3>Title</h3><p><data>many</data> samples</p>'),
      );
      element.querySelector('data')!.value = value;
      await shown(element);
      expect(parts(element, '.figure')).to.have.length(0);
      expect(wordsOf(part(element, '[part=summary]'))).to.equal('many samples');
    });
  }

  for (const [name, issue] of Object.entries(validIssues)) {
    it(`whatever is allowed in it: ${name}`, async () => {
      const element = await cardFixture(issue);
      expect(parts(element, '[role=img]')).to.have.length(issue.facts.length);
    });
  }
});

describe('without a good issue the fallback stays, and the integrator is told once', () => {
  it('of nothing between the tags', async () => {
    expect(await messageOf({})).to.include('[pro-kid/no-issue]');
  });

  it('of an id that there is no issue for', async () => {
    const message = await messageOf({ issue: 'nowhere' });
    expect(message).to.include('issue="nowhere"').and.include('[pro-kid/issue-unknown]');
    expect(await messageOf({ issue: 'constructor' })).to.include('[pro-kid/issue-unknown]');
  });

  it('of a built-in issue that does not arrive', async () => {
    const warnings = await warningsDuring(async () => {
      const element = document.createElement('own-card') as OwnCard;
      element.setAttribute('issue', 'lost');
      element.append(...fallback());
      document.body.append(element);
      await until(() => element.matches(':state(missing)'));
      expect(element.querySelector('p')!.getClientRects().length).to.equal(1);
      element.remove();
    });
    expect(warnings.join()).to.include('[pro-kid/issue-unreachable]');
  });

  for (const [title, answer, said] of [
    ['that is not there', async () => new Response('', { status: 404 }), 'status 404'],
    ['that does not answer', async () => Promise.reject(new TypeError('Failed to fetch')), 'CORS'],
    ['that is too long', async () => new Response(`"${'x'.repeat(65_536)}"`), '64 KiB'],
  ] as const) {
    it(`of a file ${title}`, async () => {
      await whileFetching(answer, async () => {
        const message = await messageOf({ src: 'https://issues.example/a.json' });
        expect(message).to.include('src="https://issues.example/a.json"').and.include(said);
        expect(message).to.include('[pro-kid/issue-unreachable]');
      });
    });
  }

  it('of a file at an address that is not safe', async () => {
    for (const src of [
      'http://issues.example/a.json',
      'javascript:alert(1)',
      'https://a:b@c.example/',
    ]) {
      expect(await messageOf({ src })).to.include('[pro-kid/issue-unreachable]');
    }
  });

  it('of what is no JSON', async () => {
    const message = await messageOf({}, [jsonScript('{ "id": ')]);
    expect(message)
      .to.include('<script>')
      .and.include('no JSON')
      .and.include('[pro-kid/issue-invalid]');
    await whileFetching(
      async () => new Response('<!doctype html>'),
      async () => expect(await messageOf({ src: '/page' })).to.include('no JSON'),
    );
  });

  for (const [name, { value: issue, errors }] of Object.entries(invalidIssues)) {
    it(`of each place where data are wrong: ${name}`, async () => {
      const message = await messageOf({}, [jsonScript(JSON.stringify(issue ?? null))]);
      expect(message).to.include('[pro-kid/issue-invalid]');
      const [{ pointer, code }] = errors as [{ pointer: string; code: string }];
      expect(message).to.include(`${pointer || '/'} (${code})`);
    });
  }

  it('of a wrong issue property', async () => {
    const message = await messageOf({}, [], { ...sampleIssue, facts: 'many' });
    expect(message).to.include('the issue property').and.include('/facts (type)');
  });

  it('and where there is no fallback either, the visitor reads that there is nothing', async () => {
    for (const content of [[], [jsonScript('{')], nodes('<style>a {}</style>')]) {
      const warnings = await warningsDuring(async () => {
        const element = await unreadyCard({ lang: 'es' }, content);
        await until(() => element.matches(':state(missing)'));
        // The words in another language come by themselves.
        const words = 'Esta tarjeta aún no tiene nada que mostrar.';
        await until(() => {
          const root = element.shadowRoot?.querySelector('.root');
          return root && wordsOf(root) === words;
        });
      });
      expect(warnings).to.have.length(1);
    }
  });

  it('and a good issue shows as soon as there is one', async () => {
    await warningsDuring(async () => {
      const element = await unreadyCard({ issue: 'nowhere' }, fallback());
      await until(() => element.matches(':state(missing)'));
      element.issue = fullIssue;
      await shown(element);
      expect(title(element)).to.equal('A sample issue');
      expect(element.matches(':state(missing)')).to.equal(false);
    });
  });
});
