import { expect } from '@open-wc/testing';
import { joinFixture, person, submit, type, warningsDuring } from '../testing/join-fixture.ts';

/** What the page posts, answered with nothing. */
async function postedBy(attributes: Record<string, string>): Promise<unknown[]> {
  const posted: unknown[] = [];
  const { fetch } = globalThis;
  globalThis.fetch = (_url, init) => {
    posted.push(JSON.parse(init?.body as string));
    return Promise.resolve(Response.json({}));
  };
  try {
    const { element } = await joinFixture({ endpoint: 'https://receiver.example/', ...attributes });
    element.deliver = undefined;
    type(element, person);
    await submit(element);
  } finally {
    globalThis.fetch = fetch;
  }
  return posted;
}

describe('an endpoint with names of its own', () => {
  it('gets its own field names and constants, set as attributes', async () => {
    const [body] = await postedBy({
      fields: '{ "given-name": "FNAME", "widget-version": "" }',
      extra: '{ "list": "7" }',
    });
    expect(body).to.include({ FNAME: 'Ana', email: 'ana@example.org', list: '7' });
    expect(body).not.to.have.any.keys('given-name', 'widget-version');
  });

  for (const [title, attributes, code] of [
    ['a format that there is none of', { format: 'carrier-pigeon' }, 'format'],
    ['fields that are no JSON', { fields: '{FNAME}' }, 'format-settings'],
    ['fields that are no texts', { fields: '{ "email": 7 }' }, 'format-settings'],
    ['a list for constants', { extra: 'null' }, 'format-settings'],
  ] as const) {
    it(`is not used with ${title}, and the integrator is told`, async () => {
      const warnings = await warningsDuring(async () => {
        const { element } = await joinFixture({
          endpoint: 'https://receiver.example/',
          ...attributes,
        });
        element.deliver = undefined;
        while (element.shadowRoot!.querySelector('form')) {
          element.requestUpdate();
          await new Promise(requestAnimationFrame);
        }
      });
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.include(`[pro-kid/${code}]`);
    });
  }

  it('is told to the integrator, when the format finds that nothing can be sent', async () => {
    const warnings = await warningsDuring(async () => {
      const { element, answerWith } = await joinFixture();
      answerWith({ outcome: 'refused', code: 'configuration', reason: 'the key is a secret' });
      type(element, person);
      await submit(element);
      expect(element.matches(':state(failed)')).to.equal(true);
    });
    expect(warnings.join())
      .to.include('the key is a secret')
      .and.include('[pro-kid/configuration]');
  });
});
