import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { check, counts, problem, receipt, submission } from '@pro-kid/contract';
import { codes as registry } from '@pro-kid/contract/codes';
import { memberRules } from '@pro-kid/contract/rules';
import {
  anonymousSubmission,
  individualSubmission,
  organizationSubmission,
} from '@pro-kid/contract/testing';
import { codes, examplesIn, firstColumn, read, rows, section } from './repository.ts';

const page = read('docs/contract.md');

describe('the page of the contract', () => {
  it('shows the submissions that the packages are tested with', () => {
    const shown = examplesIn(page, '## Submission');
    assert.deepEqual(shown, [individualSubmission, organizationSubmission, anonymousSubmission]);
    for (const example of shown) assert.ok(check(submission, example).valid);
  });

  for (const [heading, schema] of [
    ['## Receipt', receipt],
    ['## Problem', problem],
    ['## Counts', counts],
  ] as const) {
    it(`shows examples that are valid: ${heading}`, () => {
      const examples = examplesIn(page, heading);
      assert.ok(examples.length > 0);
      for (const example of examples) {
        const verdict = check<unknown>(schema, example);
        assert.ok(verdict.valid);
        assert.deepEqual(JSON.parse(JSON.stringify(verdict.value)), example);
      }
    });
  }

  it('names every field, and none that does not exist', () => {
    const fields = (heading: string) => firstColumn(section(page, heading));
    const { individual, organization } = {
      individual: Object.keys(individualSubmission.member),
      organization: Object.keys(organizationSubmission.member),
    };
    const top = section(page, '## Submission').split('\n### ')[0] ?? '';
    assert.deepEqual(firstColumn(top), Object.keys(submission.shape).toSorted());
    assert.deepEqual(fields('### `member`'), [...new Set([...individual, ...organization])].sort());
    const { pledge, petition } = submission.shape;
    assert.deepEqual(fields('### `pledge`'), Object.keys(pledge.def.innerType.shape).toSorted());
    assert.deepEqual(
      fields('### `petition`'),
      Object.keys(petition.def.innerType.shape).toSorted(),
    );
    assert.deepEqual(
      fields('### `consents`'),
      Object.keys(submission.shape.consents.def.element.shape).toSorted(),
    );
    assert.deepEqual(fields('### `source`'), Object.keys(submission.shape.source.shape).toSorted());
    assert.deepEqual(fields('## Receipt'), Object.keys(receipt.shape).toSorted());
    assert.deepEqual(fields('## Problem'), Object.keys(problem.shape).toSorted());
  });

  it('names every kind of member', () => {
    const kinds = submission.shape.member.def.options.map(({ shape }) => shape.kind.def.values[0]!);
    const [row = []] = rows(section(page, '### `member`'));
    assert.deepEqual(
      codes(row.join(' ')).filter((code) => code.startsWith('"')),
      kinds.map((kind) => `"${kind}"`),
    );
  });

  it('says right what is kept of what people type', () => {
    for (const [heading, rule] of [
      ['### ZIP codes', memberRules.postalCode],
      ['### Websites', memberRules.url],
    ] as const) {
      const examples = rows(section(page, heading)).map((row) =>
        row.map((cell) => cell.slice(1, -1)),
      );
      assert.ok(examples.length > 0);
      for (const [typed = '', kept = ''] of examples) {
        assert.equal(rule.normalize(typed), kept);
        assert.equal(rule.findFault(kept), undefined);
      }
    }
  });

  it('names every error code', () => {
    const named = firstColumn(section(page, '### Error codes'));
    assert.deepEqual(named, Object.keys(registry.field).toSorted());
  });
});
