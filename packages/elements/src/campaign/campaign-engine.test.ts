import { expect } from '@open-wc/testing';
import { formEngine } from '../form/engine.ts';
import { engine as joinEngine } from '../join/join-engine.ts';
import { engine as campaignEngine } from './campaign-engine.ts';

describe('one form engine', () => {
  it('checks whom a form is from, sends it and says what became of it, for join and campaigns alike', () => {
    for (const part of ['FormDelivery', 'errorSummary', 'failureText', 'failureTitle'] as const) {
      expect(joinEngine[part], part).to.equal(formEngine[part]);
      expect(campaignEngine[part], part).to.equal(formEngine[part]);
    }
  });
});
