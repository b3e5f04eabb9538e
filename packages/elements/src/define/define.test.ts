import { expect } from '@open-wc/testing';
import { JoinElement } from '../join/join-element.ts';
import { warningsDuring } from '../testing/join-fixture.ts';
import { version } from '../version.ts';
import { define } from './define.ts';

const elementOf = (version: string) =>
  class extends HTMLElement {
    static readonly version = version;
  };

describe('define()', () => {
  it('registers a tag once, however often the script is loaded', async () => {
    const first = elementOf('0.0.1');
    const warnings = await warningsDuring(() => {
      define('pro-kid-once', first);
      define('pro-kid-once', first);
      define('pro-kid-once', elementOf('0.0.1'));
    });
    expect(customElements.get('pro-kid-once')).to.equal(first);
    expect(warnings).to.deep.equal([]);
  });

  it('leaves the first of two versions in place, and says so without throwing', async () => {
    const older = elementOf('0.0.1');
    const warnings = await warningsDuring(() => {
      define('pro-kid-twice', older);
      define('pro-kid-twice', elementOf('0.0.2'));
    });
    expect(customElements.get('pro-kid-twice')).to.equal(older);
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.include('0.0.1').and.include('0.0.2').and.include('[pro-kid/tag-taken]');
  });

  it('leaves a tag that another library took', async () => {
    customElements.define('pro-kid-squatted', class extends HTMLElement {});
    const warnings = await warningsDuring(() => define('pro-kid-squatted', elementOf('0.0.2')));
    expect(warnings[0]).to.include('another library');
  });

  it('names the version that the package has', async () => {
    const response = await fetch(new URL('../../package.json', import.meta.url));
    const manifest = (await response.json()) as { version: string };
    expect(version).to.equal(manifest.version);
    expect(JoinElement.version).to.equal(manifest.version);
  });
});
