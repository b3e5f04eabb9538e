import { expect, fixture, html } from '@open-wc/testing';
import { english } from './messages/en.ts';
import { laterEnglish } from './messages/en-later.ts';
import { messages as spanish } from './messages/es.ts';
import { find, joinFixture, person, submit, textOf, type } from '../testing/join-fixture.ts';
import { fill } from '../messages/messages.ts';
import { pluralize } from '../messages/pluralize.ts';
import type { JoinElement } from './join-element.ts';

async function heading(element: JoinElement, words: string): Promise<void> {
  while (!textOf(element, '.heading').includes(words)) await new Promise(requestAnimationFrame);
}

describe('the language of a form', () => {
  it('is its own, else the nearest one around it, else the page’s', async () => {
    const { element } = await joinFixture({ lang: 'es-MX' });
    expect(textOf(element, '.heading')).to.include('¡Únase');
    expect(find(element, '.root').lang).to.equal('es');

    const around = document.createElement('div');
    around.lang = 'es';
    const inside = await joinFixture({}, around);
    expect(textOf(inside.element, '.heading')).to.include('¡Únase');

    const own = document.createElement('div');
    own.lang = 'es';
    const english = await joinFixture({ lang: 'en' }, own);
    expect(textOf(english.element, '.heading')).to.include('Join');
  });

  it('is found through shadow roots', async () => {
    const host = document.createElement('div');
    host.lang = 'es';
    const inside = document.createElement('div');
    host.attachShadow({ mode: 'open' }).append(inside);
    document.body.append(host);
    const element = document.createElement('pro-kid-join');
    element.deliver = async () => ({ outcome: 'accepted' });
    inside.append(element);
    while (!element.shadowRoot?.querySelector('.heading')) {
      await new Promise(requestAnimationFrame);
    }
    expect(textOf(element, '.heading')).to.include('¡Únase');
    host.remove();
  });

  it('follows a change at run time, around it and on itself, and keeps what was typed', async () => {
    const around = document.createElement('div');
    const { element } = await joinFixture({}, around);
    type(element, { 'given-name': 'Ana' });
    around.lang = 'es';
    await heading(element, '¡Únase');
    element.lang = 'en';
    await heading(element, 'Join');
    expect(find<HTMLInputElement>(element, '[name=given-name]').value).to.equal('Ana');
  });

  it('reads in its own direction on a page of the other one', async () => {
    const page = document.createElement('div');
    page.dir = 'rtl';
    const { element } = await joinFixture({}, page);
    expect(getComputedStyle(find(element, '.root')).direction).to.equal('ltr');
  });

  for (const [lang, figure] of [
    ['es', '12,480 personas'],
    ['es-MX', '12,480 personas'],
    ['es-ES', '12.480 personas'],
    ['en', '12,480 people'],
    ['en-x-', '12,480 people'],
  ] as const) {
    it(`writes figures as its region does: ${lang}`, async () => {
      const { element } = await joinFixture({ lang });
      type(element, person);
      await submit(element);
      expect(textOf(element, '#thanks')).to.include(figure);
    });
  }

  it('is English where there is no translation', async () => {
    const { element } = await joinFixture({ lang: 'tlh' });
    expect(textOf(element, '.heading')).to.include('Join');
    expect(find(element, '.root').lang).to.equal('en');
  });

  it('is each form’s own, and is sent with its consent', async () => {
    const one = await joinFixture({ lang: 'en' });
    const other = await joinFixture({ lang: 'es' });
    type(other.element, person);
    await submit(other.element);
    expect(other.sent[0]!.language).to.equal('es');
    expect(other.sent[0]!.consents[0]).to.include({ language: 'es', text: spanish.updates });
    expect(textOf(one.element, '.heading')).to.include('Join');
  });

  it('shows the page’s own content until it has arrived', async () => {
    const element = await fixture<JoinElement>(
      html`<pro-kid-join lang="es" endpoint="/s"><a href="/unirse">Unirse</a></pro-kid-join>`,
    );
    const link = element.querySelector('a')!;
    if (!element.shadowRoot!.querySelector('form')) {
      expect(link.getClientRects().length).to.be.greaterThan(0);
    }
    await new Promise((resolve) => element.addEventListener('pro-kid-ready', resolve));
    expect(link.getClientRects().length).to.equal(0);
  });

  it('has every text, with the same places in it', () => {
    const everyEnglish = { ...laterEnglish, ...english };
    const compare = (ours: unknown, theirs: unknown, path: string) => {
      if (typeof ours === 'string') {
        expect(theirs, path).to.be.a('string').and.not.equal('');
        expect(String(theirs).match(/\{\w+\}/g), path).to.deep.equal(ours.match(/\{\w+\}/g));
        return;
      }
      expect(Object.keys(theirs as object).sort(), path).to.deep.equal(
        Object.keys(ours as object).sort(),
      );
      for (const [key, value] of Object.entries(ours as object)) {
        compare(value, (theirs as Record<string, unknown>)[key], `${path}.${key}`);
      }
    };
    compare(everyEnglish, spanish, 'es');
  });

  it('writes numbers and plurals as the language does', () => {
    expect(pluralize('en', laterEnglish.individuals, 1)).to.equal('1 person');
    expect(pluralize('en', laterEnglish.individuals, 12480)).to.equal('12,480 people');
    expect(pluralize('es', spanish.individuals, 1000000)).to.equal('1.000.000 personas');
    expect(fill('{a} and {b}', { a: 'x' })).to.equal('x and {b}');
  });
});
