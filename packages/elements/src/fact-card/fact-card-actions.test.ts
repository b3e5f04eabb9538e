import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../define/join.ts';
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
import type { ActEvent } from './fact-card.events.ts';
import { FactCardElement } from './fact-card-element.ts';

const action = (element: FactCardElement) => part<HTMLAnchorElement>(element, '[part=action]');
const focused = (element: FactCardElement) => element.shadowRoot!.activeElement;

describe('the action', () => {
  it('is a link where the page says where it leads, and else there is none', async () => {
    const element = await cardFixture(fullIssue, {
      'action-href': '/join',
      'action-text': 'Join us',
    });
    expect(action(element).href).to.equal(`${location.origin}/join`);
    expect(wordsOf(action(element))).to.equal('Join us');
    element.removeAttribute('action-text');
    await element.updateComplete;
    expect(wordsOf(action(element))).to.equal('Take action');
    element.removeAttribute('action-href');
    await element.updateComplete;
    expect(parts(element, '[part=action]')).to.have.length(0);
  });

  it('leads to the web and nowhere else', async () => {
    for (const address of ['javascript:alert(1)', 'data:text/html,x', 'https://a:b@c.example/']) {
      const warnings = await warningsDuring(async () => {
        const element = await cardFixture(fullIssue, { 'action-href': address });
        expect(parts(element, '[part=action]')).to.have.length(0);
        element.requestUpdate();
        await element.updateComplete;
      });
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.include('action-href="').and.include('[pro-kid/action-href]');
    }
  });

  it('gives way to buttons of the page', async () => {
    const element = await unreadyCard(
      { 'action-href': '/join' },
      nodes('<h3>Title</h3><button slot="actions">Own</button>'),
    );
    await shown(element);
    expect(action(element).getClientRects()).to.have.length(0);
    expect(element.querySelector('button')!.getClientRects()).to.have.length(1);
  });

  it('tells the page once, through every shadow root, and only when it is pressed', async () => {
    const outer = document.createElement('div');
    const inside = document.createElement('div');
    outer.attachShadow({ mode: 'open' }).append(inside);
    const heard: ActEvent[] = [];
    const listen = (event: Event) => {
      heard.push(event as ActEvent);
      event.preventDefault();
    };
    document.addEventListener('pro-kid-act', listen);
    document.body.append(outer);
    const element = document.createElement('pro-kid-fact-card');
    element.issue = fullIssue;
    element.actionHref = '/join';
    inside.append(element);
    await shown(element);

    element.open = true;
    element.issue = { ...fullIssue, title: 'Another' };
    await until(() => wordsOf(part(element, '#title')) === 'Another');
    expect(heard).to.have.length(0);

    action(element).focus();
    await sendKeys({ press: 'Enter' });
    expect(heard).to.have.length(1);
    expect(heard[0]).to.include({
      bubbles: true,
      composed: true,
      cancelable: true,
      issue: 'sample-issue',
    });
    document.removeEventListener('pro-kid-act', listen);
    outer.remove();
  });

  it('can be cancelled: then nobody is led anywhere', async () => {
    const element = await cardFixture(fullIssue, { 'action-href': '#elsewhere' });
    element.addEventListener('pro-kid-act', (event) => event.preventDefault(), { once: true });
    action(element).click();
    // Firefox follows a link to a place on the page a little later.
    await frames();
    expect(location.hash).to.equal('');
    action(element).click();
    await until(() => location.hash === '#elsewhere');
    history.replaceState(null, '', location.pathname + location.search);
  });
});

describe('for', () => {
  /** A card above a form that is far below it. */
  async function cardAbove(markup: string, attributes: Record<string, string> = {}) {
    const page = document.createElement('div');
    const [form] = nodes(markup) as [HTMLElement];
    const element = await cardFixture(fullIssue, { for: 'target', ...attributes }, page);
    page.append(...nodes('<div style="height: 3000px"></div>'), form);
    return { element, form, page };
  }
  const isInView = (form: Element) => form.getBoundingClientRect().top < innerHeight;

  it('leads to the first control of a join form, in whatever kind it is', async () => {
    const { element, form } = await cardAbove(
      '<pro-kid-join id="target" kind="organization" endpoint="https://receiver.example/"></pro-kid-join>',
    );
    await until(() => form.shadowRoot?.querySelector('form'));
    action(element).focus();
    await sendKeys({ press: 'Enter' });
    expect(document.activeElement).to.equal(form);
    expect((form.shadowRoot!.activeElement as HTMLInputElement).value).to.equal('organization');
    await until(() => isInView(form));
    expect(location.hash).to.equal('');
  });

  it('leads to any element, which takes the focus this once', async () => {
    const { element, form } = await cardAbove('<section id="target"><a href="#a">A</a></section>');
    action(element).click();
    expect(document.activeElement).to.equal(form);
    await sendKeys({ press: 'Tab' });
    expect(document.activeElement).to.equal(form.querySelector('a'));
    expect(form.hasAttribute('tabindex')).to.equal(false);
  });

  it('leads to what is in the same shadow root', async () => {
    const host = document.createElement('div');
    const root = host.attachShadow({ mode: 'open' });
    document.body.append(host);
    root.append(...nodes('<button id="target">A</button>'));
    const element = document.createElement('pro-kid-fact-card');
    element.issue = fullIssue;
    element.htmlFor = 'target';
    root.append(element);
    await shown(element);
    action(element).click();
    expect(root.activeElement).to.equal(root.querySelector('button'));
    host.remove();
  });

  it('leads nowhere when the page cancels it', async () => {
    const { element } = await cardAbove('<button id="target">A</button>');
    element.addEventListener('pro-kid-act', (event) => event.preventDefault());
    action(element).click();
    await frames();
    expect(document.activeElement).to.equal(document.body);
    expect(location.hash).to.equal('');
  });

  it('of nothing on the page tells the integrator, and follows action-href instead', async () => {
    const { element } = await cardAbove('<p>Nothing</p>', { 'action-href': '#instead' });
    const warnings = await warningsDuring(() => action(element).click());
    expect(warnings.join()).to.include('id="target"').and.include('[pro-kid/for-target]');
    await until(() => location.hash === '#instead');
    history.replaceState(null, '', location.pathname + location.search);
  });
});

describe('background and agenda', () => {
  const toggle = (element: FactCardElement) => part(element, '.toggle');
  const isShown = (element: FactCardElement) =>
    part(element, '.agenda').checkVisibility({ contentVisibilityAuto: true });

  it('open and close by key, and the attribute follows', async () => {
    const element = await cardFixture();
    expect(wordsOf(toggle(element))).to.equal('Background and agenda');
    expect(toggle(element).ariaExpanded).to.equal('false');
    expect(isShown(element)).to.equal(false);
    toggle(element).focus();
    await sendKeys({ press: 'Enter' });
    await element.updateComplete;
    expect(element.hasAttribute('open')).to.equal(true);
    expect(toggle(element).ariaExpanded).to.equal('true');
    expect(isShown(element)).to.equal(true);
    await sendKeys({ press: ' ' });
    await element.updateComplete;
    expect(element.hasAttribute('open')).to.equal(false);
    expect(isShown(element)).to.equal(false);
  });

  it('can start open', async () => {
    expect(isShown(await cardFixture(fullIssue, { open: '' }))).to.equal(true);
  });

  it('are found by the browser’s search, which opens them', async () => {
    const element = await cardFixture();
    const details = part(element, '#details');
    expect(details.hidden).to.equal('until-found');
    details.dispatchEvent(new Event('beforematch', { bubbles: true }));
    await element.updateComplete;
    expect(element.open).to.equal(true);
    expect(details.hasAttribute('hidden')).to.equal(false);
  });

  it('let nobody tab into what is closed', async () => {
    const element = await cardFixture(fullIssue, { 'action-href': '/join' });
    toggle(element).focus();
    await sendKeys({ press: 'Tab' });
    expect(focused(element)).to.equal(action(element));
    await sendKeys({ press: 'Tab' });
    expect(focused(element)?.id).to.equal('share');
  });

  it('are called what they are', async () => {
    const agendaAlone = await cardFixture({ ...fullIssue, background: [], momentum: [] });
    expect(wordsOf(toggle(agendaAlone))).to.equal('Pro-Kid® Policy Agenda');
    const html = await unreadyCard({}, nodes('<h3>Title</h3><p>Summary</p><p>Background</p>'));
    await shown(html);
    expect(wordsOf(toggle(html))).to.equal('Background');
  });

  it('are left out where a page wrote neither', async () => {
    const element = await unreadyCard({}, nodes('<h3>Title</h3><p>Summary</p>'));
    await shown(element);
    expect(parts(element, '.toggle')).to.have.length(0);
  });
});
