import { expect } from '@open-wc/testing';
import { check, source } from '@pro-kid/contract';
import { fromQuery } from '../delivery/source.ts';
import { campaignFixture, comeWith, samplePledge, tick } from '../testing/campaign-fixture.ts';
import { person, submit, type } from '../testing/join-fixture.ts';
import { version } from '../version.ts';
import { readSource } from './campaign-source.ts';

// The page's address is read once, when the script comes: the runner's own query stands in for a
// partner's. Whole visits, with utm and a referrer, are tested end to end.
const parameters = 'wtr-session-id';
const host = { campaign: 'sample', partner: 'first-steps', parameters };
const read = (set = {}) => readSource({ ...host, ...set }, 'pro-kid-pledge', version);
const query = new URLSearchParams(location.search);

/** What the page itself is set to, which says nothing of the visitor. */
const bare = {
  campaign: 'sample',
  partner: 'first-steps',
  widget: 'pro-kid-pledge',
  widgetVersion: version,
};

describe('where a signature came from', () => {
  it('is the page without its query, and of the query what the page names', () => {
    const found = read();
    expect(found.page).to.equal(location.origin + location.pathname);
    expect(found.parameters).to.deep.equal({
      'wtr-session-id': query.get('wtr-session-id'),
    });
    expect(check(source, found).valid).to.equal(true);
    expect(read({ parameters: '' })).not.to.have.property('parameters');
    expect(JSON.stringify(read({ parameters: '' }))).not.to.include('wtr-');
  });

  it('takes no parameter by an odd name, that is not there, or beyond the tenth', () => {
    const many = 'a b c d e f g h i j wtr-session-id';
    expect(read({ parameters: many })).not.to.have.property('parameters');
    expect(
      read({ parameters: '  absent 7 __proto__ a%b\twtr-session-id ' }).parameters,
    ).to.have.keys('wtr-session-id');
  });

  it('says of the referrer its origin alone', () => {
    const { referrer } = read();
    if (document.referrer) expect(referrer).to.equal(new URL(document.referrer).origin);
    else expect(referrer).to.equal(undefined);
  });

  it('is not what the address becomes later', async () => {
    const undo = comeWith('utm_source=later&extra=later');
    const { element, sent } = await campaignFixture(samplePledge(), { parameters: 'extra' });
    tick(element, 'commitment-read');
    type(element, person);
    await submit(element);
    undo();
    expect(JSON.stringify(sent[0]!.source)).not.to.include('later');
  });

  it('is sent with a signature as the attribute `parameters` says', async () => {
    const { element, sent } = await campaignFixture(samplePledge(), { parameters });
    tick(element, 'commitment-read');
    type(element, person);
    await submit(element);
    expect(sent[0]!.source.parameters).to.have.keys('wtr-session-id');
  });

  it('is only what the page is set to, for who asks for privacy (Global Privacy Control)', () => {
    Object.defineProperty(navigator, 'globalPrivacyControl', { configurable: true, value: true });
    try {
      expect(read()).to.deep.equal(bare);
    } finally {
      Reflect.deleteProperty(navigator, 'globalPrivacyControl');
    }
    expect(read()).to.have.property('page');
  });

  it('is only what the page is set to, for who gives no name', () => {
    expect(read({ isAnonymous: true })).to.deep.equal(bare);
  });
});

describe('a parameter of the page’s address', () => {
  for (const [title, value, kept] of [
    ['is taken as it is', 'spring-mail', 'spring-mail'],
    ['loses spaces around it', '%20spring%20', 'spring'],
    ['of spaces alone is none', '%20%20', ''],
    ['with a control character is none', 'a%00b', ''],
    ['is cut to 255 characters', 'x'.repeat(300), 'x'.repeat(255)],
    ['is none where the cut would part a character', `${'x'.repeat(254)}😀`, ''],
  ] as const) {
    it(`${title}, so that no endpoint refuses what was typed`, () => {
      const taken = fromQuery(new URLSearchParams(`utm_source=${value}`), 'utm_source');
      expect(taken).to.equal(kept);
      const verdict = check(source, { ...bare, ...(taken && { utm: { source: taken } }) });
      expect(verdict.valid).to.equal(true);
    });
  }
});
