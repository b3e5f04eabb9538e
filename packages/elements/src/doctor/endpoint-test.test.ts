import { expect } from '@open-wc/testing';
import type { FormatName } from '@pro-kid/client';
import { formatNames } from '@pro-kid/contract/rules';
import '../define/join.ts';
import { answered, codesOf, doctorFixture, foundOf, statusOf } from '../testing/doctor-fixture.ts';
import { TEST_BODY } from './endpoint-test.ts';

/** An endpoint of each service that its format takes. */
const ENDPOINTS: Partial<Record<FormatName, [address: string, more?: Record<string, string>]>> = {
  'action-network': ['https://actionnetwork.org/api/v2/forms/sample/submissions'],
  hubspot: ['https://api.hsforms.com/submissions/v3/integration/submit/1/sample'],
  mailchimp: ['https://sample.us1.list-manage.com/subscribe/post?u=sample&id=1'],
  salesforce: [
    'https://webto.salesforce.com/servlet/servlet.WebToLead',
    { extra: '{"oid":"sample"}' },
  ],
  supabase: [
    'https://sample.supabase.co/rest/v1/members',
    { extra: '{"apikey":"sb_publishable_sample"}' },
  ],
  proca: ['https://api.proca.example/api', { extra: '{"actionPageId":"1"}' }],
  netlify: ['/', { extra: '{"form-name":"join"}' }],
  'google-forms': [
    'https://docs.google.com/forms/d/e/sample/formResponse',
    { fields: '{"given-name":"entry.1","email":"entry.2"}' },
  ],
};

async function withForm(format: string, endpoint: string, more: Record<string, string> = {}) {
  const form = document.createElement('pro-kid-join');
  form.innerHTML = '<p>Write to us.</p>';
  const attributes = {
    endpoint,
    format,
    privacy: '/privacy',
    style: 'display:block;min-height:9em',
    ...more,
  };
  for (const [name, value] of Object.entries(attributes)) form.setAttribute(name, value);
  const { doctor } = await doctorFixture(form);
  return doctor;
}

/** What the test sends for a form, and what it says then. */
async function tested(
  answer: () => Response | Promise<Response>,
  format = 'json',
  endpoint = 'https://sign-up.example/submissions?key=sample',
  more: Record<string, string> = {},
) {
  let doctor!: Awaited<ReturnType<typeof withForm>>;
  const before = await answered(answer, async () => {
    doctor = await withForm(format, endpoint, more);
  });
  expect(before, 'sent before anybody pressed').to.deep.equal([]);
  const requests = await answered(answer, () => doctor.test());
  return { doctor, requests };
}

const refuses =
  (status = 422) =>
  () =>
    new Response('{}', { status });
const noAnswer = () => Promise.reject(new TypeError('Sample'));

describe('what the doctor sends to test an endpoint', () => {
  for (const format of ['json', 'json-simple']) {
    it(`is no submission, and says what it is: ${format}`, async () => {
      const { doctor, requests } = await tested(refuses(), format);
      expect(requests).to.have.length(1);
      const [request] = requests as [Request];
      expect(request.method).to.equal('POST');
      expect(await request.text()).to.equal(TEST_BODY);
      expect(Object.keys(JSON.parse(TEST_BODY) as object)).to.deep.equal(['test']);
      const type = format === 'json' ? 'application/json' : 'text/plain;charset=UTF-8';
      expect(request.headers.get('content-type')).to.equal(type);
      expect(request.credentials).to.equal('omit');
      expect(statusOf(doctor)).to.include(
        `POST https://sign-up.example/submissions with the body ${TEST_BODY}`,
      );
    });
  }

  for (const format of formatNames.filter((name) => !name.startsWith('json'))) {
    const [endpoint, more] = ENDPOINTS[format] ?? [
      'https://service.example/hooks/sample?key=sample',
    ];
    it(`is never a post to a service, nor anything to the endpoint itself: ${format}`, async () => {
      const { doctor, requests } = await tested(refuses(), format, endpoint, more);
      expect(codesOf(doctor)).to.deep.equal(['doctor/endpoint-untested'], doctor.report);
      for (const { method, mode, url } of requests) {
        expect(method).to.equal('HEAD');
        expect(mode).to.equal('no-cors');
        expect(url).to.equal(`${new URL(endpoint, location.href).origin}/`);
      }
      expect(requests.length).to.be.at.most(1);
    });
  }

  it('is no post where an endpoint of somebody else’s takes JSON with fields of its own', async () => {
    const fields = '{"email":"address"}';
    const { requests } = await tested(refuses(), 'json', 'https://api.example/members', { fields });
    expect(requests.map(({ method }) => method)).to.deep.equal(['HEAD']);
  });
});

describe('what the doctor says of an endpoint’s answer', () => {
  const answers: Record<string, [answer: () => Response | Promise<Response>, code?: string]> = {
    'refused by its fields': [refuses(422)],
    'refused as a whole': [refuses(400)],
    'not found': [refuses(404), 'doctor/endpoint-status'],
    'wants a log-in': [refuses(401), 'doctor/endpoint-status'],
    'is broken': [refuses(500), 'doctor/endpoint-status'],
    'took it': [refuses(201), 'doctor/endpoint-took-it'],
    'does not answer at all': [noAnswer, 'doctor/endpoint-unreachable'],
  };
  for (const [title, [answer, code]] of Object.entries(answers)) {
    it(title, async () => {
      const { doctor } = await tested(answer);
      expect(codesOf(doctor)).to.deep.equal(code ? [code] : []);
      expect(doctor.report)
        .to.include('https://sign-up.example/submissions')
        .and.not.include('key=');
      if (!code) expect(doctor.report).to.include('refused the test, as it should');
    });
  }

  it('does not allow this site', async () => {
    let asked = 0;
    const { doctor, requests } = await tested(() => (asked++ ? new Response() : noAnswer()));
    expect(codesOf(doctor)).to.deep.equal(['doctor/endpoint-cors']);
    expect(foundOf(doctor, 'doctor/endpoint-cors')).to.include(location.origin);
    expect(requests.map(({ method, url }) => `${method} ${new URL(url).pathname}`)).to.deep.equal([
      'POST /submissions',
      'HEAD /',
    ]);
  });

  it('cannot be reached, though its format would not be tested', async () => {
    const { doctor } = await tested(noAnswer, 'formspree', 'https://formspree.io/f/sample');
    expect(codesOf(doctor)).to.deep.equal(['doctor/endpoint-unreachable']);
  });
});
