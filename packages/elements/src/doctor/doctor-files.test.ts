import { expect } from '@open-wc/testing';
import type { Campaign } from '@pro-kid/contract';
import '../define/fact-card.ts';
import '../define/pledge.ts';
import '../define/progress.ts';
import { samplePledge } from '../testing/campaign-fixture.ts';
import { answered, codesOf, doctorFixture, foundOf, warned } from '../testing/doctor-fixture.ts';

const pledge = (attributes: string, between = '') =>
  `<pro-kid-pledge style="display:block;min-height:300px" ${attributes}><p>Write to us.</p>${between}</pro-kid-pledge>`;

const complete = (more: Partial<Campaign> = {}) =>
  samplePledge({
    endpoint: { url: 'https://sign-up.example/submissions' },
    privacy: { url: 'https://partner.example/privacy' },
    ...more,
  });

/** What the doctor says of a campaign that stands at `src`. */
async function withFile(answer: () => Response, attributes = '', arrived?: typeof warned) {
  let found!: Awaited<ReturnType<typeof doctorFixture>>;
  await answered(answer, async () => {
    found = await doctorFixture(pledge(`src="/sample.json?key=sample" ${attributes}`), arrived);
  });
  expect(found.doctor.report).to.not.include('key=sample');
  return found.doctor;
}
const json = (value: unknown) => () => Response.json(value);

describe('the doctor reads a campaign’s file as the widget does', () => {
  it('and takes endpoint and privacy from it', async () => {
    const doctor = await withFile(json(complete()));
    expect(codesOf(doctor)).to.deep.equal([]);
    expect(doctor.report).to.include('is good').and.include('go to https://sign-up.example/');
  });

  const faults: Record<string, [answer: () => Response, codes: string[]]> = {
    'a file that is not there': [
      () => new Response('', { status: 404 }),
      ['pro-kid/campaign-unreachable'],
    ],
    'a file that is no JSON': [() => new Response('<html>'), ['pro-kid/campaign-invalid']],
    'a file that is no campaign': [json({ id: 'sample' }), ['pro-kid/campaign-invalid']],
    'a petition in a pledge': [
      json({
        ...complete(),
        type: 'petition',
        commitments: undefined,
        ask: 'Sample',
        to: 'Sample',
      }),
      ['pro-kid/campaign-type'],
    ],
    'a campaign in test mode': [json(complete({ test: true })), ['check/test-mode']],
    'a campaign that is closed': [
      json(complete({ closes: '2020-01-01T00:00:00Z' })),
      ['check/closed'],
    ],
    'an example': [json(complete({ example: true })), ['check/example']],
    'a campaign without an endpoint and a privacy policy': [
      json(samplePledge()),
      ['doctor/privacy-missing', 'pro-kid/no-endpoint'],
    ],
    'an endpoint that cannot be used': [
      json(complete({ endpoint: { url: 'https://sign-up.example/', format: 'salesforce' } })),
      ['pro-kid/configuration'],
    ],
  };
  for (const [fault, [answer, codes]] of Object.entries(faults)) {
    it(fault, async () => {
      const isSaid = codes.some((code) => /^pro-kid\/(?!configuration)/.test(code));
      const doctor = await withFile(answer, '', isSaid ? warned : undefined);
      expect(codesOf(doctor)).to.deep.equal(codes);
    });
  }

  it('and says when it will open', async () => {
    const doctor = await withFile(json(complete({ opens: '2999-01-01T00:00:00Z' })));
    expect(doctor.report).to.include('It opens at 2999-01-01T00:00:00Z');
  });

  it('in test mode by its attribute, too', async () => {
    const doctor = await withFile(json(complete()), 'test');
    expect(codesOf(doctor)).to.deep.equal(['check/test-mode']);
  });

  it('in the script between the tags, too', async () => {
    const script = `<script type="application/json">{"id":"sample"}</script>`;
    const { doctor } = await doctorFixture(pledge('', script), warned);
    expect(foundOf(doctor, 'pro-kid/campaign-invalid')).to.include('<script> between the tags');
  });
});

describe('the doctor looks after the other widgets’ files', () => {
  const cases: Record<string, [markup: string, codes: string[]]> = {
    'a card without an issue': [
      '<pro-kid-fact-card loading="eager"></pro-kid-fact-card>',
      ['pro-kid/no-issue'],
    ],
    'a card with a heading of the page’s': [
      '<pro-kid-fact-card loading="eager"><h3>Sample</h3></pro-kid-fact-card>',
      [],
    ],
    'a card whose file is not there': [
      '<pro-kid-fact-card loading="eager" src="/missing.json"><p>Sample</p></pro-kid-fact-card>',
      ['pro-kid/issue-unreachable'],
    ],
    'a deck whose file is no JSON': [
      '<pro-kid-fact-deck src="/broken.json"><p>Sample</p></pro-kid-fact-deck>',
      ['pro-kid/deck-invalid'],
    ],
    'progress with nothing to count': [
      '<pro-kid-progress></pro-kid-progress>',
      ['pro-kid/no-counts'],
    ],
    'progress with counts that nobody should trust': [
      '<pro-kid-progress counts="http://counts.example/"></pro-kid-progress>',
      ['pro-kid/counts-url'],
    ],
    'progress whose campaign is not there': [
      '<pro-kid-progress src="/missing.json"></pro-kid-progress>',
      ['pro-kid/campaign-unreachable'],
    ],
  };
  for (const [title, [markup, codes]] of Object.entries(cases)) {
    it(title, async () => {
      const answer = ({ url }: Request) =>
        url.includes('missing') ? new Response('', { status: 404 }) : new Response('<html>');
      await answered(answer, async () => {
        const { doctor } = await doctorFixture(markup, codes.length > 0 ? warned : undefined);
        expect(codesOf(doctor, 'problem')).to.have.members(codes);
      });
    });
  }
});
