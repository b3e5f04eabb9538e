import { expect } from '@open-wc/testing';
import '../define/join.ts';
import { codesOf, doctorFixture, foundOf, goodForm } from '../testing/doctor-fixture.ts';
import { checkPolicy, readPolicy } from './check-policy.ts';
import type { Violation } from './policy-watch.ts';

describe('the doctor looks at the page around the widgets', () => {
  it('whose <base> leads relative addresses elsewhere', async () => {
    const base = document.createElement('base');
    base.href = '/elsewhere/?key=sample';
    document.head.append(base);
    try {
      const { doctor } = await doctorFixture(goodForm());
      expect(codesOf(doctor, 'fine')).to.deep.equal(['doctor/base-href']);
      expect(foundOf(doctor, 'doctor/base-href'))
        .to.include('/elsewhere/')
        .and.not.include('sample');
    } finally {
      base.remove();
    }
  });

  it('whose root has another font size', async () => {
    document.documentElement.style.fontSize = '10px';
    try {
      const { doctor } = await doctorFixture(goodForm());
      expect(codesOf(doctor, 'fine')).to.deep.equal(['doctor/root-size']);
    } finally {
      document.documentElement.style.fontSize = '';
    }
  });

  it('which is a frame whose sandbox lets too little happen', async () => {
    const frame = document.createElement('iframe');
    frame.title = 'Sample';
    frame.setAttribute('sandbox', 'allow-same-origin');
    frame.srcdoc = '<!doctype html><title>Sample</title><pro-kid-join></pro-kid-join>';
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    const { doctor } = await doctorFixture(frame, () => loaded);
    expect(codesOf(doctor, 'problem')).to.include('doctor/sandbox');
    expect(foundOf(doctor, 'doctor/sandbox')).to.include('allow-scripts, allow-popups');
  });

  it('whose script lines load the same widget twice, and have no checksum', async () => {
    // Data, which the browser has in a moment; the path is what tells whose it is.
    const address = (folder: string) => `/__none__/${folder}/join.js`;
    const lines = ['one', 'two'].map(
      (folder) => `<script type="module" src="${address(folder)}"></script>`,
    );
    const { doctor } = await doctorFixture(lines.join('') + goodForm());
    expect(codesOf(doctor, 'advice')).to.deep.equal(['doctor/script-twice']);
    expect(foundOf(doctor, 'doctor/script-twice'))
      .to.include('one/join.js')
      .and.include('two/join.js');
    expect(codesOf(doctor, 'fine')).to.deep.equal(['doctor/integrity-missing']);
  });

  it('whose policy, in the page itself, does not let the widgets write', async () => {
    const list = readPolicy("default-src 'self'; trusted-types other");
    expect(list.map(({ code }) => code)).to.deep.equal(['pro-kid/trusted-types']);
  });
});

describe('the doctor reads a content security policy', () => {
  const policies: Record<string, (string | undefined)[]> = {
    "default-src 'self'": [],
    "require-trusted-types-for 'script'": [],
    'trusted-types *': [undefined],
    "trusted-types lit-html 'allow-duplicates'": [],
    'trusted-types lit-html other': [undefined],
    "Trusted-Types 'none'": ['pro-kid/trusted-types'],
    "trusted-types lit-html 'allow-duplicates', trusted-types other": ['pro-kid/trusted-types'],
  };
  for (const [policy, codes] of Object.entries(policies)) {
    it(policy, () => expect(readPolicy(policy).map(({ code }) => code)).to.deep.equal(codes));
  }
});

describe('the doctor tells of refusals', () => {
  const ours = ['https://partner.example/pro-kid/join.js', 'https://sign-up.example/submissions'];
  const violation = (more: Partial<Violation>): Violation => ({
    directive: 'connect-src',
    blocked: '',
    sample: '',
    source: '',
    ...more,
  });
  const cases: Record<string, [Partial<Violation>, string | undefined, string]> = {
    'of our files': [
      { directive: 'script-src-elem', blocked: 'https://partner.example/pro-kid/join.js?v=sample' },
      'doctor/policy',
      'script-src-elem refused https://partner.example/pro-kid/join.js.',
    ],
    'of what our files ask for': [
      { blocked: 'inline', source: 'https://partner.example/pro-kid/join.js' },
      'doctor/policy',
      'connect-src refused inline.',
    ],
    'of the endpoint': [
      { blocked: 'https://sign-up.example/submissions' },
      'doctor/policy',
      'connect-src refused https://sign-up.example/submissions.',
    ],
    'of our templates': [
      { directive: 'trusted-types', blocked: 'trusted-types-policy', sample: 'lit-html|' },
      'pro-kid/trusted-types',
      'lit-html',
    ],
    'of somebody else’s': [{ blocked: 'https://tracker.example/' }, undefined, '1 other thing'],
  };
  for (const [title, [more, code, found]] of Object.entries(cases)) {
    it(title, () => {
      const [finding, ...others] = checkPolicy([violation(more)], ours);
      expect(others).to.deep.equal([]);
      expect(finding!.code).to.equal(code);
      expect(finding!.found).to.include(found).and.not.include('v=sample');
    });
  }
});
