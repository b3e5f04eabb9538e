import { expect } from '@open-wc/testing';
import { a11ySnapshot } from '@web/test-runner-commands';
import { forceColors, needsChromium, resetMedia, stopMotion } from '../testing/engines.ts';
import type { Outcome } from '@pro-kid/client';
import {
  find,
  group,
  joinFixture,
  person,
  submit,
  type,
  type JoinFixture,
} from '../testing/join-fixture.ts';

/** Every state in which a visitor may meet the form. */
const states: Record<string, (form: JoinFixture) => Promise<unknown> | void> = {
  'as it comes': () => undefined,
  'with the difference explained': ({ element }) => find(element, 'summary').click(),
  'for an organization': ({ element }) => {
    element.kind = 'organization';
    type(element, group);
  },
  'with errors': ({ element }) => {
    element.kind = 'organization';
    return submit(element);
  },
  'with a suggestion': async ({ element }) => {
    type(element, { email: 'ana@gmial.com' });
    while (!find(element, '.suggestion').textContent.trim()) {
      await new Promise(requestAnimationFrame);
    }
  },
  'while sending': async ({ element, answerWith, sent }) => {
    answerWith(new Promise<Outcome>(() => undefined));
    type(element, person);
    find(element, '[type=submit]').click();
    while (sent.length === 0) await new Promise(requestAnimationFrame);
  },
  'after a failure': ({ element, answerWith }) => {
    answerWith({ outcome: 'unreachable', cause: 'network' });
    type(element, person);
    return submit(element);
  },
  'after the thank-you': ({ element }) => {
    type(element, person);
    return submit(element);
  },
};

describe('axe finds nothing', () => {
  for (const lang of ['en', 'es']) {
    for (const scheme of ['light', 'dark']) {
      for (const [title, enter] of Object.entries(states)) {
        it(`${title}, ${lang}, ${scheme}`, async () => {
          await stopMotion();
          const page = document.createElement('div');
          page.style.colorScheme = scheme;
          page.style.background = scheme === 'dark' ? '#12161f' : '#fff';
          const form = await joinFixture({ lang, privacy: '/privacy' }, page);
          await enter(form);
          await form.element.updateComplete;
          await expect(form.element).to.be.accessible();
        });
      }
    }
  }
});

interface Snapshot {
  role: string;
  name: string;
  description?: string;
  required?: boolean;
  invalid?: string;
  children?: Snapshot[];
}

const flatten = (node: Snapshot): Snapshot[] => [node, ...(node.children ?? []).flatMap(flatten)];

async function controls(test: Mocha.Context): Promise<Snapshot[]> {
  needsChromium(test, 'the accessibility tree');
  const tree = (await a11ySnapshot({})) as unknown as Snapshot;
  return flatten(tree).filter(({ role }) =>
    ['textbox', 'checkbox', 'radio', 'button'].includes(role),
  );
}

describe('assistive technology is told', () => {
  it('the name of each field, that it is required, wrong and why', async function () {
    const { element } = await joinFixture();
    await submit(element);
    const all = await controls(this);
    const email = all.find(({ name }) => name === 'Email address');
    expect(email).to.include({
      role: 'textbox',
      required: true,
      invalid: 'true',
      description: 'Enter your email address',
    });
    expect(all.find(({ name }) => name === 'ZIP code (optional)')).to.include({ required: false });
    expect(all.filter(({ role }) => role === 'radio').map(({ name }) => name)).to.deep.equal([
      'Individual',
      'Organization',
    ]);
    expect(all.every(({ name }) => name !== '')).to.equal(true);
  });

  it('in whose name the button signs', async function () {
    const { element } = await joinFixture({ kind: 'organization' });
    type(element, group);
    await element.updateComplete;
    const button = (await controls(this)).find(({ name }) => name === 'Join as Pro-Kid');
    expect(button?.description).to.equal('You join on behalf of First Steps.');
  });
});

describe('the visitor’s own settings', () => {
  afterEach(resetMedia);

  it('nothing moves where motion is not welcome', async () => {
    await stopMotion();
    const { element } = await joinFixture();
    type(element, person);
    await submit(element);
    expect(element.shadowRoot!.getAnimations()).to.have.length(0);
  });

  it('in forced colors the chosen kind and a wrong field can still be told', async function () {
    await forceColors(this);
    const { element } = await joinFixture();
    await submit(element);
    const [chosen, other] = element.shadowRoot!.querySelectorAll('.kinds label');
    expect(getComputedStyle(chosen!).borderColor).not.to.equal(
      getComputedStyle(other!).borderColor,
    );
    expect(getComputedStyle(find(element, '#email')).borderWidth).to.equal('2px');
    expect(getComputedStyle(find(element, '#postal-code')).borderWidth).not.to.equal('2px');
  });

  it('a target is never smaller than 24 pixels', async () => {
    const { element } = await joinFixture({ privacy: '/p' });
    type(element, { email: 'ana@gmial.com' });
    while (!element.shadowRoot!.querySelector('.suggestion button')) {
      await new Promise(requestAnimationFrame);
    }
    for (const target of element.shadowRoot!.querySelectorAll(
      '.kinds label, summary, .field input, .tick label, .suggestion button, [type=submit]',
    )) {
      if (target.getClientRects().length === 0) continue;
      expect(target.getBoundingClientRect().height, target.outerHTML).to.be.at.least(23.9);
    }
  });
});
