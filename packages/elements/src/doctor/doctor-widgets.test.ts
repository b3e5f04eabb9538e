import { expect } from '@open-wc/testing';
import '../define/join.ts';
import { codesOf, doctorFixture, foundOf, goodForm } from '../testing/doctor-fixture.ts';
import { nextEvent } from '../testing/join-fixture.ts';
import { version } from '../version.ts';

/** A doctor beside a page in a page, without a network, once that has loaded: in WebKit, at once. */
function besideFrame(markup: string, sandbox?: string) {
  const frame = document.createElement('iframe');
  frame.title = 'Sample';
  if (sandbox !== undefined) frame.setAttribute('sandbox', sandbox);
  frame.srcdoc = `<!doctype html><title>Sample</title>${markup}`;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
  return doctorFixture(frame, () => loaded);
}

describe('the doctor finds each widget, and says if its code has arrived', () => {
  it('in which version, and from where', async () => {
    const { doctor } = await doctorFixture(goodForm('id="join"'));
    const line = doctor.findings.find(({ found }) => found.startsWith('Version'));
    expect(line).to.deep.include({ level: 'fine', who: '<pro-kid-join id="join">' });
    expect(line!.found).to.equal(
      `Version ${version}, from the page’s own code, such as an npm bundle.`,
    );
  });

  it('also in an open shadow root, but not what stands inside a widget', async () => {
    const host = document.createElement('x-partner');
    host.attachShadow({ mode: 'open' }).innerHTML = goodForm();
    const { doctor } = await doctorFixture(host);
    const who = new Set(doctor.findings.map((finding) => finding.who));
    expect([...who]).to.deep.equal(['<pro-kid-join> in <x-partner>']);
  });

  it('also in a frame of the same origin', async () => {
    const { doctor } = await besideFrame('<pro-kid-join></pro-kid-join>');
    const missing = doctor.findings.find(({ code }) => code === 'doctor/script-missing');
    expect(missing!.who).to.equal('<pro-kid-join> in the frame about:srcdoc');
  });

  it('and says so of a frame that it cannot look into', async () => {
    const { doctor } = await besideFrame('', '');
    expect(doctor.findings.at(-1)!.found).to.include('1 of its frames cannot be looked into');
  });

  it('tells several apart', async () => {
    const { doctor } = await doctorFixture(goodForm() + goodForm());
    const who = new Set(doctor.findings.map((finding) => finding.who));
    expect([...who]).to.deep.equal(['<pro-kid-join>', '<pro-kid-join> (number 2)']);
  });

  it('and says that there is none', async () => {
    const { doctor } = await doctorFixture('<p>Sample</p>');
    expect(codesOf(doctor)).to.deep.equal(['doctor/no-widget']);
  });

  it('looks again when one arrives late', async () => {
    const { doctor, page } = await doctorFixture(goodForm());
    const late = document.createElement('div');
    late.innerHTML = goodForm('id="late"');
    const ready = nextEvent(late, 'pro-kid-ready');
    page.append(late);
    await ready;
    await doctor.examine();
    expect(doctor.findings.some(({ who }) => who.includes('late'))).to.equal(true);
  });
});

describe('the doctor says why a widget is not there', () => {
  const widget = '<pro-kid-progress value="1"><p>Sample</p></pro-kid-progress>';
  const line = (attributes: string) => `<script ${attributes}></script>${widget}`;
  const reasons: Record<string, [markup: string, code: string, found: string]> = {
    'no script line brings it': [widget, 'doctor/script-missing', 'No script line'],
    'its script is of another widget': [
      line('type="module" data-src="/pro-kid/join.js"'),
      'doctor/script-missing',
      'No script line',
    ],
    'a consent tool holds it back by its type': [
      line('type="text/plain" src="/pro-kid/loader.js?key=sample"'),
      'doctor/script-blocked',
      `${location.origin}/pro-kid/loader.js`,
    ],
    'an optimizer holds it back by its address': [
      line('type="module" data-lazy-src="/pro-kid/bundle.js"'),
      'doctor/script-blocked',
      '/pro-kid/bundle.js',
    ],
  };
  for (const [reason, [markup, code, found]] of Object.entries(reasons)) {
    it(reason, async () => {
      const { doctor } = await doctorFixture(markup);
      expect(codesOf(doctor)).to.include(code);
      expect(foundOf(doctor, code)).to.include(found).and.not.include('key');
    });
  }

  it('another library has taken its tag', async () => {
    customElements.define('pro-kid-petition', class extends HTMLElement {});
    const { doctor } = await doctorFixture('<pro-kid-petition></pro-kid-petition>');
    expect(codesOf(doctor, 'problem')).to.include('pro-kid/tag-taken');
  });

  it('another version of it came first', async () => {
    class Old extends HTMLElement {
      static readonly version = '0.0.0-old';
    }
    customElements.define('pro-kid-share', Old);
    const { doctor } = await doctorFixture('<pro-kid-share></pro-kid-share>');
    expect(codesOf(doctor, 'advice')).to.deep.equal(['doctor/two-versions']);
    expect(foundOf(doctor, 'doctor/two-versions')).to.include('0.0.0-old').and.include(version);
  });
});
