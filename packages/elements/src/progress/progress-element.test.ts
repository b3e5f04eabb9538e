import { expect } from '@open-wc/testing';
import { until } from '../testing/deck-fixture.ts';
import { needsChromium, resetMedia, stopMotion } from '../testing/engines.ts';
import { nextEvent, warningsDuring } from '../testing/join-fixture.ts';
import {
  answerCounts,
  barOf,
  detailsOf,
  figures,
  freshAddress,
  make,
  place,
  progressFixture,
  totalOf,
} from '../testing/progress-fixture.ts';
import { withoutIntersectionObserver } from '../testing/without-observer.ts';
import { ProgressElement } from './progress-element.ts';

describe('<pro-kid-progress> by attributes alone', () => {
  beforeEach(stopMotion);
  afterEach(resetMedia);

  it('is registered, and says once that it shows figures', async () => {
    const element = make({ value: '1204', goal: '2000' });
    expect(element).to.be.instanceOf(ProgressElement);
    const ready: Event[] = [];
    element.addEventListener('pro-kid-ready', (event) => ready.push(event));
    await place(element);
    await until(() => ready.length > 0);
    element.value = 1300;
    await element.updateComplete;
    expect(ready).to.have.length(1);
    expect(ready[0]).to.include({ bubbles: true, composed: true });
  });

  it('says how many of how many', async () => {
    const element = await progressFixture({ value: '1204', goal: '2000' });
    expect(totalOf(element)).to.equal('1,204 of 2,000 signed');
    const bar = barOf(element)!;
    expect([bar.value, bar.max]).to.deep.equal([1204, 2000]);
    expect(bar.getAttribute('aria-valuetext')).to.equal('1,204 of 2,000 signed');
    expect(detailsOf(element)).to.equal('');
  });

  it('reads figures in a browser that cannot tell what is in view', async () => {
    const counts = answerCounts(figures(7));
    await withoutIntersectionObserver(async () => {
      const element = await progressFixture({ counts: freshAddress() });
      expect(totalOf(element)).to.equal('7 joined');
      element.remove();
    });
    counts.undo();
  });

  it('has no bar where there is no goal', async () => {
    const element = await progressFixture({ value: '1' });
    expect(totalOf(element)).to.equal('1 signed');
    expect(barOf(element)).to.equal(null);
  });

  it('says that nobody has signed only where the page says it', async () => {
    const element = await progressFixture({ value: '0', goal: '100' });
    expect(totalOf(element)).to.equal('0 of 100 signed');
    expect(barOf(element)!.position).to.equal(0);
  });

  it('goes on to the next goal, and says which one is reached', async () => {
    const element = await progressFixture({ value: '2100', goal: '2000' });
    expect(totalOf(element)).to.equal('2,100 of 3,000 signed');
    expect(element.shadowRoot!.textContent).to.include('Goal of 2,000 reached.');
    expect(element.matches(':state(reached)')).to.equal(true);
    expect(barOf(element)!.position).to.equal(0.7);
  });

  it('takes goals step by step, and never falls back', async () => {
    const element = await progressFixture({ value: 900, goal: { start: 1000, steps: [2000] } });
    const goals: string[] = [];
    for (const value of [999, 1000, 990, 2500, 10]) {
      element.value = value;
      await element.updateComplete;
      goals.push(totalOf(element));
    }
    expect(goals).to.deep.equal([
      '999 of 1,000 signed',
      '1,000 of 2,000 signed',
      '990 of 2,000 signed',
      '2,500 of 3,000 signed',
      '10 of 3,000 signed',
    ]);
    element.goal = 500;
    await element.updateComplete;
    expect(totalOf(element)).to.equal('10 of 500 signed');
  });

  it('says how many of them signed on paper', async () => {
    const element = await progressFixture({ value: '1204', offline: '120' });
    expect(totalOf(element)).to.equal('1,204 signed');
    expect(detailsOf(element)).to.equal('including 120 on paper');
  });

  it('speaks Spanish, and writes numbers as the page’s region does', async () => {
    const page = document.createElement('div');
    page.lang = 'es-MX';
    const element = await progressFixture({ value: '1204', goal: '2000', offline: '1' }, page);
    expect(totalOf(element)).to.equal('1,204 firmas de 2,000');
    expect(detailsOf(element)).to.equal('incluye 1 en papel');
    page.lang = 'en';
    await until(() => totalOf(element) === '1,204 of 2,000 signed');
    element.value = 1;
    page.lang = 'es';
    await until(() => totalOf(element) === '1 firma de 2,000');
  });

  it('shows what stands between its tags where it has nothing to show, and says why', async () => {
    const element = make({ goal: '100' });
    element.innerHTML = '<p>Many have signed.</p>';
    const warnings = await warningsDuring(async (said) => {
      await place(element);
      await until(() => said.length > 0);
    });
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.include('nothing to count').and.include('[pro-kid/no-counts]');
    expect(element.querySelector('p')!.getClientRects()).to.have.length(1);
    expect(element.shadowRoot!.querySelector('.root')).to.equal(null);
  });

  it('leaves out what is no number, and says which', async () => {
    const warnings = await warningsDuring(async (said) => {
      const element = await progressFixture({ value: '50', goal: '2,000' });
      await until(() => said.length > 0);
      expect(totalOf(element)).to.equal('50 signed');
    });
    expect(warnings[0]).to.include('goal is no whole number').and.include('[pro-kid/number]');
  });

  it('keeps what a property holds from before it was upgraded', async () => {
    const early = document.createElement('pro-kid-early-progress') as ProgressElement;
    early.value = 12;
    customElements.define('pro-kid-early-progress', class extends ProgressElement {});
    const ready = nextEvent(early, 'pro-kid-ready');
    document.body.append(early);
    await ready;
    expect(totalOf(early)).to.equal('12 signed');
    early.remove();
  });
});

describe('the count', () => {
  const shown = (element: ProgressElement) =>
    element.shadowRoot!.querySelector('strong [aria-hidden]')?.textContent;

  it('goes up once when it is seen, and is heard as it is', async function () {
    needsChromium(this, 'motion');
    const page = document.createElement('div');
    page.style.paddingBlockStart = '3000px';
    const element = await place(make({ value: '1204', goal: '2000' }), page);
    await until(() => element.shadowRoot!.querySelector('.waiting'));
    expect(totalOf(element)).to.equal('1,204 of 2,000 signed');
    element.scrollIntoView();
    await until(() => shown(element));
    expect(element.shadowRoot!.querySelector('strong span')!.textContent).to.equal('1,204');
    expect(barOf(element)!.value).to.equal(1204);
    const numbers = new Set<string>();
    await until(() => {
      const number = shown(element);
      if (number) numbers.add(number);
      return !number;
    });
    expect(numbers.size).to.be.greaterThan(1);
    expect(totalOf(element)).to.equal('1,204 of 2,000 signed');
    element.value = 1300;
    await element.updateComplete;
    expect(totalOf(element)).to.equal('1,300 of 2,000 signed');
    scrollTo(0, 0);
  });

  it('is simply there for who asked for less motion', async () => {
    await stopMotion();
    const element = await place(make({ value: '1204' }));
    await until(() => element.matches(':state(known)'));
    const number = element.shadowRoot!.querySelector('strong')!;
    expect(getComputedStyle(number).opacity).to.equal('1');
    expect(shown(element)).to.equal(undefined);
    await resetMedia();
  });
});
