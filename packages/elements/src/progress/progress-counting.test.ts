import { expect } from '@open-wc/testing';
import { until } from '../testing/deck-fixture.ts';
import { resetMedia, stopMotion } from '../testing/engines.ts';
import { warningsDuring } from '../testing/join-fixture.ts';
import {
  answerCounts,
  barOf,
  detailsOf,
  figures,
  freshAddress,
  make,
  place,
  progressFixture,
  sign,
  statusOf,
  totalOf,
} from '../testing/progress-fixture.ts';
import { ProgressElement } from './progress-element.ts';

/** An element that reads again soon, where the story is about that. */
class Eager extends ProgressElement {
  static override pace = { readEvery: 10, longest: 40 };
}
customElements.define('pro-kid-eager-progress', Eager);

let counts: ReturnType<typeof answerCounts>;
before(stopMotion);
after(resetMedia);
afterEach(() => counts.undo());

describe('figures from an address', () => {
  it('say who has joined, with those on paper among the people', async () => {
    counts = answerCounts(figures(1011, 73));
    const address = freshAddress();
    const element = await progressFixture({
      counts: address,
      goal: { start: 1000, steps: [2000], offline: 120 },
    });
    expect(totalOf(element)).to.equal('1,204 of 2,000 joined');
    expect(detailsOf(element)).to.equal(
      '1,131 people and 73 organizations · including 120 on paper',
    );
    expect(counts.asked).to.deep.equal([address]);
  });

  it('of a campaign say who has signed', async () => {
    counts = answerCounts(figures(1, 1));
    const element = await progressFixture({ counts: freshAddress(), campaign: 'sample' });
    expect(totalOf(element)).to.equal('2 signed');
    expect(detailsOf(element)).to.equal('1 person and 1 organization');
  });

  it('are read once for two elements', async () => {
    counts = answerCounts(figures(7));
    const page = document.createElement('div');
    const settings = { counts: freshAddress() };
    page.append(make(settings));
    const second = await progressFixture(settings, page);
    const first = page.querySelector('pro-kid-progress')!;
    await until(() => first.matches(':state(known)'));
    expect(totalOf(first)).to.equal(totalOf(second));
    expect(counts.asked).to.have.length(1);
  });

  it('may be any JSON, by a map', async () => {
    counts = answerCounts({ total: 42 } as never);
    const element = await progressFixture({
      source: { url: freshAddress(), map: { individuals: '/total' } },
    });
    expect(totalOf(element)).to.equal('42 joined');
    expect(detailsOf(element)).to.equal('');
  });

  it('leave room and say nothing until they are there', async () => {
    counts = answerCounts('never');
    const element = await place(make({ counts: freshAddress(), goal: '100' }));
    await until(() => counts.asked.length > 0);
    expect(element.matches(':state(loading)')).to.equal(true);
    expect(element.shadowRoot!.textContent.trim()).to.equal('');
    expect(barOf(element)).to.equal(null);
    expect(element.offsetHeight).to.be.greaterThan(120);
  });

  for (const organizations of [2, 0]) {
    it(`take the room that was left for them, with ${organizations} organizations`, async () => {
      counts = answerCounts(figures(61, organizations));
      const element = make({ counts: freshAddress(), goal: '100' });
      const page = document.createElement('div');
      page.style.width = '360px';
      await place(element, page);
      const room = element.offsetHeight;
      await until(() => element.matches(':state(known)'));
      expect(Math.abs(element.offsetHeight - room)).to.be.at.most(2);
    });
  }

  it('that cannot be had are not zero', async () => {
    counts = answerCounts('fails');
    const warnings = await warningsDuring(async () => {
      const element = await place(make({ counts: freshAddress(), goal: '100' }));
      await until(() => element.matches(':state(unavailable)'));
      expect(element.shadowRoot!.textContent).to.include('The count cannot be shown right now.');
      expect(element.shadowRoot!.textContent).not.to.match(/\d/);
      expect(barOf(element)).to.equal(null);
    });
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.include('[pro-kid/counts-unreachable]');
  });

  it('that are old are told with their time', async () => {
    counts = answerCounts(figures(61, 2, new Date('2026-01-05T12:00:00')));
    const element = await progressFixture({ counts: freshAddress() });
    expect(detailsOf(element)).to.match(/ · as of Jan 5, 2026, 12:00\sPM$/);
    expect(element.matches(':state(stale)')).to.equal(true);
  });

  it('at an address or in a shape that cannot be, are not asked for', async () => {
    counts = answerCounts(figures(1));
    const warnings = await warningsDuring(async () => {
      for (const wrong of [
        { counts: 'javascript:alert(1)' },
        { counts: 'http://plain.example/counts' },
        { counts: freshAddress(), format: 'constructor' },
      ]) {
        const element = await place(make(wrong));
        await until(() => element.matches(':state(unavailable)'));
      }
    });
    expect(counts.asked).to.deep.equal([]);
    const codes = warnings.map((warning) => /\[pro-kid\/(.+)\]/.exec(warning)?.[1]);
    expect(codes).to.deep.equal(['counts-url', 'counts-url', 'counts-format']);
  });
});

describe('an element reads', () => {
  const eager = (address: string) => {
    const element = document.createElement('pro-kid-eager-progress') as Eager;
    element.counts = address;
    return element;
  };

  it('again after a failure, more and more seldom, until it works', async () => {
    counts = answerCounts('fails', 'fails', figures(5));
    await warningsDuring(async () => {
      const element = await place(eager(freshAddress()));
      await until(() => element.matches(':state(known)'));
      expect(totalOf(element)).to.equal('5 joined');
      expect(counts.asked).to.have.length(3);
    });
  });

  it('nothing while nobody can see it, or after it has left the page', async () => {
    counts = answerCounts('fails');
    await warningsDuring(async () => {
      const page = document.createElement('div');
      page.style.paddingBlockStart = '4000px';
      const element = await place(eager(freshAddress()), page);
      for (let frame = 0; frame < 10; frame++) await new Promise(requestAnimationFrame);
      expect(counts.asked).to.deep.equal([]);
      element.scrollIntoView();
      await until(() => counts.asked.length > 1);
      element.remove();
      const { length } = counts.asked;
      const second = await place(eager(freshAddress()));
      await until(() => counts.asked.filter((url) => url === second.counts).length > 3);
      const first = counts.asked.filter((url) => url === element.counts);
      expect(first.length).to.be.at.most(length);
      second.remove();
      scrollTo(0, 0);
    });
  });

  it('nothing while the page is hidden', async () => {
    counts = answerCounts('fails');
    await warningsDuring(async () => {
      const element = await place(eager(freshAddress()));
      await until(() => counts.asked.length > 0);
      Object.defineProperty(document, 'hidden', { configurable: true, value: true });
      document.dispatchEvent(new Event('visibilitychange'));
      const { length } = counts.asked;
      for (let frame = 0; frame < 10; frame++) await new Promise(requestAnimationFrame);
      expect(counts.asked).to.have.length(length);
      Reflect.deleteProperty(document, 'hidden');
      document.dispatchEvent(new Event('visibilitychange'));
      await until(() => counts.asked.length > length);
      element.remove();
    });
  });
});

describe('what is signed on the page', () => {
  const early = () => figures(10, 1, new Date(Date.now() - 30_000));

  it('is counted in at once, once, in every element, and only that is said', async () => {
    counts = answerCounts(early());
    const settings = { counts: freshAddress(), campaign: 'sample', goal: '20' };
    const page = document.createElement('div');
    page.append(make(settings));
    const second = await progressFixture(settings, page);
    const first = page.querySelector('pro-kid-progress')!;
    await until(() => first.matches(':state(known)'));
    expect(statusOf(first)).to.equal('');
    sign({ id: 'twice' });
    sign({ id: 'twice' });
    sign({ kind: 'organization' });
    sign({ kind: 'anonymous', outcome: 'accepted' });
    for (const element of [first, second]) {
      await until(() => totalOf(element) === '14 of 20 signed');
      expect(detailsOf(element)).to.equal('12 people and 2 organizations');
      expect(statusOf(element)).to.equal('14 of 20 signed');
    }
    expect(counts.asked).to.have.length(1);
  });

  it('is in the counts of its receipt, and is not added to them', async () => {
    counts = answerCounts(early());
    const element = await progressFixture({ counts: freshAddress(), campaign: 'sample' });
    sign({ counts: figures(15, 2) });
    await until(() => totalOf(element) === '17 signed');
  });

  it('is not counted in where it is of another campaign, was there, or may not have come', async () => {
    counts = answerCounts(early());
    const element = await progressFixture({ counts: freshAddress(), campaign: 'sample' });
    sign({ campaign: 'another' });
    sign({ submissionType: 'join' });
    sign({ outcome: 'duplicate' });
    sign({ outcome: 'sent' });
    sign();
    await until(() => totalOf(element) !== '11 signed');
    expect(totalOf(element)).to.equal('12 signed');
  });

  it('is joining where there is no campaign', async () => {
    counts = answerCounts(early());
    const element = await progressFixture({ counts: freshAddress() });
    sign({ submissionType: 'petition' });
    sign({ submissionType: 'join', campaign: '' });
    await until(() => totalOf(element) === '12 joined');
    expect(detailsOf(element)).to.equal('11 people and 1 organization');
  });

  it('is counted in by an element that came later', async () => {
    counts = answerCounts(early());
    const settings = { counts: freshAddress(), campaign: 'sample' };
    const first = await progressFixture(settings);
    sign();
    await until(() => totalOf(first) === '12 signed');
    expect(totalOf(await progressFixture(settings))).to.equal('12 signed');
  });

  it('adds to a figure that the page wrote, until a receipt knows better', async () => {
    counts = answerCounts('fails');
    const element = await progressFixture({ value: '1204', goal: '2000', campaign: 'sample' });
    sign({ id: 'once' });
    sign({ id: 'once' });
    await until(() => totalOf(element) === '1,205 of 2,000 signed');
    expect(statusOf(element)).to.equal('1,205 of 2,000 signed');
    sign({ counts: figures(1300, 20) });
    await until(() => totalOf(element) === '1,320 of 2,000 signed');
    sign({ counts: figures(1, 1, new Date('2020-01-01')) });
    await element.updateComplete;
    expect(totalOf(element)).to.equal('1,320 of 2,000 signed');
    expect(counts.asked).to.deep.equal([]);
  });

  it('is no figure where there was none, but that of its receipt is', async () => {
    counts = answerCounts('fails');
    const element = await place(make({ campaign: 'sample', goal: '100' }));
    sign();
    await element.updateComplete;
    expect(element.shadowRoot!.querySelector('.root')).to.equal(null);
    sign({ counts: figures(8) });
    await until(() => totalOf(element) === '8 of 100 signed');
  });

  it('is not heard by an element that has left the page', async () => {
    counts = answerCounts('fails');
    const element = await progressFixture({ value: '5' });
    element.remove();
    sign();
    await element.updateComplete;
    expect(totalOf(element)).to.equal('5 signed');
  });
});

describe('a campaign’s file', () => {
  const campaign = {
    id: 'sample',
    title: 'Sample',
    goal: { start: 100, steps: [200], offline: 20 },
  };

  it('says id, goals, paper and where the counts are', async () => {
    const url = freshAddress();
    const file = { ...campaign, endpoint: { url: 'https://sign.example', counts: { url } } };
    counts = answerCounts(file as never, figures(95, 5));
    const element = await progressFixture({ src: freshAddress() });
    expect(totalOf(element)).to.equal('120 of 200 signed');
    expect(detailsOf(element)).to.equal('115 people and 5 organizations · including 20 on paper');
    sign();
    await until(() => totalOf(element) === '121 of 200 signed');
  });

  it('gives way to what the page sets', async () => {
    counts = answerCounts(campaign as never);
    const element = await progressFixture({ src: freshAddress(), value: '50', goal: '60' });
    await until(() => detailsOf(element) === 'including 20 on paper');
    expect(totalOf(element)).to.equal('50 of 60 signed');
  });

  for (const [what, file, code] of [
    ['is none', { title: 'x' }, 'campaign-invalid'],
    ['says no place of counts', campaign, ''],
    ['cannot be had', 'fails', 'campaign-unreachable'],
  ] as const) {
    it(`that ${what} leaves nothing to show, and nothing is made up`, async () => {
      counts = answerCounts(file as never);
      const warnings = await warningsDuring(async () => {
        const element = await place(make({ src: freshAddress() }));
        await until(() => element.matches(':state(unavailable)'));
        expect(element.shadowRoot!.textContent).not.to.match(/\d/);
      });
      expect(warnings.map((warning) => warning.includes(code))).to.deep.equal(code ? [true] : []);
    });
  }
});
