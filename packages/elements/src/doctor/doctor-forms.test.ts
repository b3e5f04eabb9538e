import { expect } from '@open-wc/testing';
import '../define/join.ts';
import type { JoinElement } from '../join/join-element.ts';
import { codesOf, doctorFixture, foundOf, warned } from '../testing/doctor-fixture.ts';
import { confirmed } from '../testing/join-fixture.ts';

const formWith = (attributes: string) =>
  `<pro-kid-join style="display:block;min-height:300px" ${attributes}><p>Write to us.</p></pro-kid-join>`;
const PRIVACY = 'privacy="https://partner.example/privacy"';

describe('the doctor holds an endpoint to the rules of the client', () => {
  const faults: Record<string, string> = {
    'no-endpoint': '',
    'endpoint-syntax': 'endpoint="https://"',
    'endpoint-scheme': 'endpoint="http://sign-up.example/submissions"',
    'endpoint-credentials': 'endpoint="https://name:secret@sign-up.example/"',
    format: 'endpoint="https://sign-up.example/" format="none"',
    'format-settings': `endpoint="https://sign-up.example/" fields="{'email':'EMAIL'}"`,
    configuration: 'endpoint="https://sign-up.example/" format="salesforce"',
  };
  for (const [code, attributes] of Object.entries(faults)) {
    it(code, async () => {
      const { doctor } = await doctorFixture(
        formWith(`${attributes} ${PRIVACY}`),
        // That one is told when somebody sends.
        code === 'configuration' ? undefined : warned,
      );
      expect(codesOf(doctor, 'problem')).to.deep.equal([`pro-kid/${code}`]);
      expect(doctor.report).to.not.include('secret');
    });
  }

  it('and says where a good one leads, without its query', async () => {
    const endpoint = 'https://sign-up.example/submissions?key=sample#part';
    const { doctor } = await doctorFixture(formWith(`endpoint="${endpoint}" ${PRIVACY}`));
    expect(codesOf(doctor)).to.deep.equal([]);
    expect(doctor.report)
      .to.include('Submissions go to https://sign-up.example/submissions, in the format json.')
      .and.not.include('sample');
  });

  it('also of one that was set as a property', async () => {
    const { doctor } = await doctorFixture(formWith(PRIVACY), (page) => {
      const form = page.querySelector<JoinElement>('pro-kid-join')!;
      form.endpoint = 'https://sign-up.example/';
      form.format = 'formspree';
      return form.updateComplete;
    });
    expect(doctor.report).to.include('in the format formspree');
  });

  it('but not where the page delivers by itself', async () => {
    const { doctor } = await doctorFixture(formWith(PRIVACY), (page) => {
      page.querySelector<JoinElement>('pro-kid-join')!.deliver = async ({ id }) => confirmed(id);
    });
    expect(codesOf(doctor)).to.deep.equal([]);
    expect(doctor.report).to.include('deliver function');
  });
});

describe('the doctor asks for a privacy policy', () => {
  const endpoint = 'endpoint="https://sign-up.example/"';
  it('that is not there', async () => {
    const { doctor } = await doctorFixture(formWith(endpoint));
    expect(codesOf(doctor)).to.deep.equal(['doctor/privacy-missing']);
  });

  it('whose address is none', async () => {
    const { doctor } = await doctorFixture(
      formWith(`${endpoint} privacy="mailto:us@partner.example"`),
      warned,
    );
    expect(codesOf(doctor)).to.deep.equal(['pro-kid/privacy-url']);
    expect(foundOf(doctor, 'pro-kid/privacy-url')).to.include('is no web address');
  });
});
