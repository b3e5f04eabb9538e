import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { campaign, check } from './index.ts';
import {
  invalidCampaigns,
  samplePetition,
  samplePledge,
  sampleQuestions,
  validCampaigns,
} from './testing/index.ts';

const errorsOf = (value: unknown) => {
  const verdict = check(campaign, value);
  return verdict.valid ? [] : verdict.errors;
};

describe('a campaign', () => {
  for (const [title, value] of Object.entries(validCampaigns)) {
    it(`is accepted: ${title}`, () => assert.deepEqual(errorsOf(value), []));
  }

  for (const [title, { value, errors }] of Object.entries(invalidCampaigns)) {
    it(`is refused, naming each place once: ${title}`, () => {
      const sorted = (list: object[]) => list.map((each) => JSON.stringify(each)).sort();
      assert.deepEqual(sorted(errorsOf(value)), sorted(errors));
    });
  }

  it('is kept as it is written, but for spaces, Unicode and the case of colors', () => {
    const written = { ...validCampaigns['every optional key']!, title: ' nin\u0303os ' };
    const verdict = check(campaign, written);
    assert.ok(verdict.valid);
    assert.deepEqual(verdict.value, {
      ...written,
      title: 'niños',
      theme: { ...written.theme, accent: '#b9430b' },
    });
  });

  it('never lets a key reach a prototype', () => {
    for (const { value } of Object.values(invalidCampaigns)) check(campaign, value);
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
  });

  it('has every error named at once, those of values beside each other too', () => {
    const value = {
      ...samplePetition,
      titel: 1,
      id: 5,
      to: undefined,
      commitments: [{ id: 'a' }, { id: 'a' }, null, 'a'],
      custom: [sampleQuestions.text, { ...sampleQuestions.text, label: 5 }],
      goal: { start: 5, steps: [5, 'x', 3], ofline: 1 },
      opens: 'soon',
    };
    const codes = Object.fromEntries(errorsOf(value).map(({ pointer, code }) => [pointer, code]));
    assert.deepEqual(codes, {
      '/titel': 'unknown',
      '/id': 'type',
      '/to': 'required',
      '/commitments': 'type-of-campaign',
      '/commitments/0/text': 'required',
      '/commitments/1/text': 'required',
      '/commitments/1/id': 'twice',
      '/commitments/2': 'required',
      '/commitments/3': 'type',
      '/custom/1/label': 'type',
      '/custom/1/name': 'twice',
      '/goal/ofline': 'unknown',
      '/goal/steps/0': 'order',
      '/goal/steps/1': 'type',
      '/opens': 'moment',
    });
  });

  it('may hold what has no text of its own, where a text should be', () => {
    const odd = { toString: [] };
    for (const key of ['opens', 'closes', 'type']) {
      for (const value of [odd, [odd]]) {
        const pointers = errorsOf({ ...samplePledge, [key]: value }).map(({ pointer }) => pointer);
        assert.ok(pointers.includes(`/${key}`), key);
      }
    }
  });

  it('is never made a mess of by junk: every error is a code', () => {
    const junk = [undefined, null, 0, '', 'x', true, [], {}, [[]], [null], NaN, { type: 'choice' }];
    for (const key of Object.keys(campaign.shape)) {
      for (const value of junk) {
        for (const { code } of errorsOf({ ...samplePledge, [key]: value })) {
          assert.match(code!, /^[a-z]+(-[a-z]+)*$/, `${key}: ${JSON.stringify(value)}`);
        }
      }
    }
  });

  it('covers every code of its type, and every one is a code', () => {
    const codes = Object.values(invalidCampaigns).flatMap(({ errors }) =>
      errors.map(({ code }) => code),
    );
    assert.deepEqual(
      [...new Set(codes)].sort(),
      [
        ...['required', 'type', 'unknown', 'too-long', 'too-many', 'characters', 'language', 'id'],
        ...['name', 'url', 'number', 'order', 'twice', 'type-of-campaign'],
        ...['moment', 'time-zone', 'color', 'pointer'],
      ].sort(),
    );
  });
});
