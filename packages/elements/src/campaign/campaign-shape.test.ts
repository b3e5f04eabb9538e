import { expect } from '@open-wc/testing';
import { campaign, check } from '@pro-kid/contract';
import { invalidCampaigns, validCampaigns } from '@pro-kid/contract/testing';
import { campaignShape } from './campaign-shape.ts';

describe('a page and the check of files give the same verdict on a campaign', () => {
  for (const [name, value] of Object.entries(validCampaigns)) {
    it(`takes ${name}`, () => {
      expect(check(campaign, value).valid).to.equal(true);
      expect(campaignShape(value)).to.equal(undefined);
    });
  }

  for (const [name, { value }] of Object.entries(invalidCampaigns)) {
    it(`refuses ${name}, at one of the same places`, () => {
      const verdict = check(campaign, value);
      const pointers = verdict.valid ? [] : verdict.errors.map(({ pointer }) => pointer);
      expect(pointers).to.include(campaignShape(value));
    });
  }

  for (const value of [undefined, null, 0, '', 'text', [], [{}], {}, new Date()]) {
    it(`refuses ${JSON.stringify(value) ?? 'nothing'}, which is no campaign at all`, () => {
      expect(campaignShape(value)).not.to.equal(undefined);
    });
  }
});
