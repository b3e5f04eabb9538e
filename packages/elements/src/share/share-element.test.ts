import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { until } from '../testing/deck-fixture.ts';
import { warningsDuring } from '../testing/join-fixture.ts';
import { linksOf, part, shareFixture, stand } from '../testing/share-fixture.ts';
import { ShareElement } from './share-element.ts';
import { ShareEvent } from './share.events.ts';

const settings = {
  url: 'https://kids.example/pledge?a=1&b=%20#top',
  text: 'Sample & text',
  campaign: 'sample',
  partner: 'first-steps',
};
const status = (element: ShareElement) =>
  element.shadowRoot!.querySelector('[role=status]')!.textContent.trim();

function listen(element: ShareElement): ShareEvent[] {
  const heard: ShareEvent[] = [];
  element.addEventListener('pro-kid-share', (event) => heard.push(event));
  return heard;
}

let undo: (() => void)[] = [];
let copied: string[] = [];
beforeEach(() => {
  copied = [];
  undo = [
    stand('share', undefined),
    stand('clipboard', { writeText: async (text: string) => void copied.push(text) }),
  ];
});
afterEach(() => {
  for (const each of undo) each();
});

/** What a link's address asks of its service. */
const asked = (link: HTMLAnchorElement) => {
  const { protocol, host, pathname, searchParams } = new URL(link.href);
  return [protocol + (host && `//${host}`) + pathname, Object.fromEntries(searchParams)] as const;
};
const sharedBy = (medium: string) =>
  `https://kids.example/pledge?a=1&b=%20&utm_source=pro-kid-share&utm_medium=${medium}&utm_campaign=sample&pro-kid-partner=first-steps#top`;

describe('<pro-kid-share>', () => {
  it('has plain links to services, with the text and the link in them', async () => {
    const element = await shareFixture(settings);
    expect(element).to.be.instanceOf(ShareElement);
    const text = 'Sample & text';
    const both = (medium: string) => `${text} ${sharedBy(medium)}`;
    expect(linksOf(element).map(asked)).to.deep.equal([
      ['mailto:', { subject: text, body: `${text}\r\n\r\n${sharedBy('email')}` }],
      ['sms:', { body: both('sms') }],
      ['https://wa.me/', { text: both('whatsapp') }],
      ['https://www.facebook.com/sharer/sharer.php', { u: sharedBy('facebook') }],
      ['https://x.com/intent/post', { text, url: sharedBy('x') }],
      ['https://bsky.app/intent/compose', { text: both('bluesky') }],
      ['https://www.linkedin.com/sharing/share-offsite/', { url: sharedBy('linkedin') }],
    ]);
    expect(linksOf(element)[1]!.href).to.match(/^sms:\?&body=/);
  });

  it('opens services in a new tab that knows nothing of the page, and says so', async () => {
    const [email, sms, ...pages] = linksOf(await shareFixture());
    for (const link of pages) {
      expect(link.target).to.equal('_blank');
      expect(link.rel).to.equal('noopener noreferrer');
      expect(link.textContent).to.match(/^\w+ \(opens in a new tab\)$/);
    }
    expect([email!.target, sms!.target]).to.deep.equal(['', '']);
  });

  it('shares the page without what a visitor’s own address may hold', async () => {
    history.replaceState(null, '', '?email=ana@example.org#ana');
    const [, , whatsapp] = linksOf(await shareFixture());
    history.replaceState(null, '', location.pathname);
    const { text } = asked(whatsapp!)[1];
    const page = location.origin + location.pathname;
    expect(text).to.equal(`${page}?utm_source=pro-kid-share&utm_medium=whatsapp`);
  });

  it('takes the address that the page’s owner gives it', async () => {
    const canonical = document.createElement('link');
    canonical.rel = 'canonical';
    canonical.href = 'https://site.example/?p=12';
    document.head.append(canonical);
    const [, , whatsapp] = linksOf(await shareFixture());
    canonical.remove();
    const { text } = asked(whatsapp!)[1];
    expect(text).to.equal(
      'https://site.example/?p=12&utm_source=pro-kid-share&utm_medium=whatsapp',
    );
  });

  it('leaves what an address says of its own source', async () => {
    const url = 'https://kids.example/?utm_source=letter&pro-kid-partner=other';
    const [, , whatsapp] = linksOf(await shareFixture({ ...settings, url }));
    const { text } = asked(whatsapp!)[1];
    expect(text).to.equal(`Sample & text ${url}&utm_medium=whatsapp&utm_campaign=sample`);
  });

  it('shares the page instead of what is no web address, and says so', async () => {
    const warnings = await warningsDuring(async () => {
      const [, , whatsapp] = linksOf(await shareFixture({ url: 'javascript:alert(1)' }));
      expect(asked(whatsapp!)[1].text).to.include(location.origin);
    });
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.include('[pro-kid/share-url]');
  });

  it('follows its properties and its language', async () => {
    const page = document.createElement('div');
    page.lang = 'es';
    const element = await shareFixture({}, page);
    expect(part(element, 'copy').textContent.trim()).to.equal('Copiar enlace');
    element.text = 'Otro';
    element.partner = 'second';
    await element.updateComplete;
    const { text } = asked(linksOf(element)[2]!)[1];
    expect(text).to.match(/^Otro .*pro-kid-partner=second$/);
    page.lang = 'en';
    await until(() => part(element, 'copy').textContent.trim() === 'Copy link');
  });

  it('asks nothing of anybody before a click', async () => {
    const before = performance.getEntriesByType('resource').length;
    const element = await shareFixture(settings);
    await new Promise(requestAnimationFrame);
    const entries = performance.getEntriesByType('resource').slice(before);
    expect(entries.filter(({ name }) => !name.startsWith(location.origin))).to.deep.equal([]);
    expect(element.shadowRoot!.querySelector('img, iframe, script')).to.equal(null);
  });

  it('shows what stands between its tags until its language is there', () => {
    const element = document.createElement('pro-kid-share');
    element.textContent = 'Share this page.';
    document.body.append(element);
    expect(element.shadowRoot?.querySelector('.root') ?? null).to.equal(null);
    element.remove();
  });
});

describe('sharing', () => {
  it('copies the link by key, shows it, says it, and keeps the focus', async () => {
    const element = await shareFixture(settings);
    const heard = listen(element);
    const button = part(element, 'copy');
    const region = element.shadowRoot!.querySelector('[role=status]');
    button.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => status(element) === 'Link copied');
    expect(copied).to.deep.equal([sharedBy('copy')]);
    expect(button.textContent.trim()).to.equal('Link copied');
    expect(element.shadowRoot!.activeElement).to.equal(button);
    expect(element.shadowRoot!.querySelector('[role=status]')).to.equal(region);
    expect(heard.map(({ channel }) => channel)).to.deep.equal(['copy']);
  });

  it('shows a link that could not be copied, to be selected by hand', async () => {
    undo.push(stand('clipboard', undefined));
    const element = await shareFixture(settings);
    const heard = listen(element);
    part(element, 'copy').click();
    await until(() => element.shadowRoot!.querySelector('textarea'));
    const area = element.shadowRoot!.querySelector('textarea')!;
    expect(area.value).to.equal(sharedBy('copy'));
    expect(status(element)).to.include('did not let us copy');
    area.focus();
    expect(area.selectionEnd - area.selectionStart).to.equal(area.value.length);
    expect(heard).to.deep.equal([]);
  });

  it('offers the browser’s own dialog first where there is one', async () => {
    const shared: ShareData[] = [];
    undo.push(stand('share', async (data: ShareData) => void shared.push(data)));
    const element = await shareFixture(settings);
    const heard = listen(element);
    part(element, 'native').focus();
    await sendKeys({ press: 'Enter' });
    await until(() => heard.length > 0);
    expect(shared).to.deep.equal([{ text: 'Sample & text', url: sharedBy('native') }]);
    expect(heard[0]!.channel).to.equal('native');
  });

  it('takes it for no failure that a visitor closes that dialog', async () => {
    let calls = 0;
    undo.push(
      stand('share', () => {
        calls++;
        return Promise.reject(new DOMException('No', 'AbortError'));
      }),
    );
    const element = await shareFixture(settings);
    const heard = listen(element);
    part(element, 'native').click();
    await until(() => calls > 0);
    await element.updateComplete;
    expect(heard).to.deep.equal([]);
    expect(status(element)).to.equal('');
    expect(element.shadowRoot!.querySelector('[part=notice]')).to.equal(null);
  });

  it('by a link says how, and nothing of the visitor', async () => {
    const element = await shareFixture(settings);
    const heard: ShareEvent[] = [];
    const onShare = (event: ShareEvent) => heard.push(event);
    element.parentElement!.addEventListener('pro-kid-share', onShare);
    for (const link of linksOf(element)) {
      link.addEventListener('click', (event) => event.preventDefault());
      link.focus();
      await sendKeys({ press: 'Enter' });
    }
    element.parentElement!.removeEventListener('pro-kid-share', onShare);
    expect(heard.map(({ channel }) => channel).join(' ')).to.equal(
      'email sms whatsapp facebook x bluesky linkedin',
    );
    expect(heard[0]).to.include({ bubbles: true, composed: true, cancelable: false });
    expect(Object.keys(heard[0]!).filter((key) => key !== 'isTrusted')).to.deep.equal(['channel']);
  });

  it('is silent on changes by code', async () => {
    const element = await shareFixture();
    const heard = listen(element);
    element.url = 'https://kids.example/';
    await element.updateComplete;
    expect(heard).to.deep.equal([]);
  });
});
