import { expect } from '@open-wc/testing';
import {
  cardFixture,
  frames,
  fullIssue,
  nodes,
  part,
  parts,
  shown,
  unreadyCard,
  until,
  wordsOf,
} from '../testing/card-fixture.ts';
import { warningsDuring } from '../testing/join-fixture.ts';
import { FactCardElement } from './fact-card-element.ts';

const title = (element: FactCardElement) => wordsOf(part(element, '#title'));
const fallback = () => nodes('<p class="fallback">What the page wrote.</p>');

describe('every text of an issue stays text', () => {
  const attack =
    '"><img src=x onerror="window.attacked = true"><script>window.attacked = true</script>';
  const attacked = () => (window as { attacked?: boolean }).attacked;

  it('as data, in every string', async () => {
    const element = await cardFixture({
      ...fullIssue,
      title: attack,
      summary: attack,
      topics: [attack.slice(0, 60)],
      facts: fullIssue.facts.map((fact) => ({
        ...fact,
        unit: attack.slice(0, 60),
        text: `{figure} ${attack}`,
        source: { name: attack, url: 'https://example.org/"onmouseover="x' },
      })),
      background: [attack],
      momentum: [attack],
      agenda: [attack],
    });
    element.open = true;
    await element.updateComplete;
    await frames();
    expect(element.shadowRoot!.querySelector('img, script')).to.equal(null);
    expect(parts(element, '*').flatMap((each) => each.getAttributeNames())).not.to.include.members([
      'onerror',
      'onmouseover',
    ]);
    expect(title(element)).to.equal(attack);
    expect(attacked()).to.equal(undefined);
  });

  it('as HTML that the page escaped', async () => {
    const element = await unreadyCard(
      {},
      nodes('<h3></h3><p></p><p><data value="1/4"></data></p>'),
    );
    for (const each of element.querySelectorAll('h3, p:first-of-type')) each.textContent = attack;
    element.querySelector('data')!.after(attack);
    element.querySelector('data')!.title = attack;
    await shown(element);
    expect(title(element)).to.equal(attack.trim());
    expect(element.shadowRoot!.querySelector('img, script')).to.equal(null);
    expect(attacked()).to.equal(undefined);
  });

  it('also where a page brings no address of the web for its source', async () => {
    const issue = structuredClone(fullIssue);
    issue.facts[0]!.source = { name: 'A source', url: 'javascript:alert(1)' };
    const warnings = await warningsDuring(async () => {
      const element = await unreadyCard({}, fallback());
      element.issue = issue;
      await until(() => element.matches(':state(missing)'));
      expect(parts(element, 'a')).to.have.length(0);
    });
    expect(warnings.join()).to.include('/facts/0/source/url (url)');
  });
});
