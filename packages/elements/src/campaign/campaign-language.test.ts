import { expect } from '@open-wc/testing';
import { english as petition } from '../petition/messages/en.ts';
import { messages as petitionSpanish } from '../petition/messages/es.ts';
import { english as pledge } from '../pledge/messages/en.ts';
import { messages as pledgeSpanish } from '../pledge/messages/es.ts';
import { campaignFixture, samplePledge } from '../testing/campaign-fixture.ts';
import { until } from '../testing/deck-fixture.ts';
import { find, input, textOf, type } from '../testing/join-fixture.ts';
import { fileEnglish } from './messages/en-file.ts';
import { laterCampaignEnglish } from './messages/en-later.ts';

/** Every text by its path, with the places in it; an empty one says that there is none. */
function placesOf(texts: unknown, path = ''): Record<string, string> {
  if (typeof texts === 'string') {
    const places = texts.match(/\{\w+\}/g) ?? [];
    return { [path]: texts === '' ? 'empty' : places.join() };
  }
  const parts = Object.entries(texts as object).map(([key, each]) =>
    placesOf(each, `${path}/${key}`),
  );
  return Object.assign({}, ...parts) as Record<string, string>;
}

describe('the language of a campaign', () => {
  for (const [title, first, spanish] of [
    ['pledge', pledge, pledgeSpanish],
    ['petition', petition, petitionSpanish],
  ] as const) {
    it(`has every text of a ${title}, with the same places in it`, () => {
      const every = { ...laterCampaignEnglish, ...fileEnglish, ...first };
      expect(placesOf(spanish)).to.deep.equal(placesOf(every));
    });
  }

  it('follows a change at run time, and keeps what was typed and ticked', async () => {
    const { element } = await campaignFixture(samplePledge());
    type(element, { 'given-name': 'Ana' });
    find(element, '#commitment-call').click();
    element.lang = 'es';
    await until(() => textOf(element, '.heading') === 'Compromiso de muestra');
    expect(input(element, 'given-name').value).to.equal('Ana');
    expect(input(element, 'commitment-call').checked).to.equal(true);
    expect(input(element, 'commitment-read').checked).to.equal(false);
  });
});
