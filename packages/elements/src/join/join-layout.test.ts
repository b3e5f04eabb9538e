import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { find, input, joinFixture } from '../testing/join-fixture.ts';

describe('the box of a form, on whatever page', () => {
  for (const width of [240, 360, 768]) {
    it(`fits a column of ${width} pixels, without two-way scrolling`, async () => {
      await setViewport({ width: 1000, height: 800 });
      const column = document.createElement('div');
      column.style.width = `${width}px`;
      const { element } = await joinFixture({ kind: 'organization', lang: 'es' }, column);
      const root = find(element, '.root');
      expect(root.scrollWidth).to.be.at.most(root.clientWidth);
      expect(element.getBoundingClientRect().width).to.equal(width);
      for (const part of element.shadowRoot!.querySelectorAll('input, button, label, summary')) {
        const { right, width: own } = part.getBoundingClientRect();
        if (own > 1) expect(right).to.be.at.most(root.getBoundingClientRect().right);
      }
    });
  }

  it('gives back the room that was kept for the form, once it is done', async () => {
    const { element } = await joinFixture({ style: 'min-height: 900px' });
    expect(element.offsetHeight).to.equal(900);
    await element.prefill({ givenName: 'Ana', email: 'ana@example.org' });
    await element.submit();
    await element.updateComplete;
    expect(element.offsetHeight).to.be.below(400);
  });

  it('has room in a row that would shrink it to nothing', async () => {
    const row = document.createElement('div');
    row.style.display = 'flex';
    const { element } = await joinFixture({}, row);
    expect(element.getBoundingClientRect().width).to.be.greaterThan(300);
  });

  it('never makes a grid wider than the phone', async () => {
    const grid = document.createElement('div');
    grid.style.cssText = 'display: grid; width: 320px';
    const { element } = await joinFixture({}, grid);
    expect(element.getBoundingClientRect().width).to.equal(320);
  });

  it('keeps below 90 elements', async () => {
    const { element } = await joinFixture({ kind: 'organization', privacy: '/p' });
    expect(element.shadowRoot!.querySelectorAll('*').length).to.be.at.most(90);
  });

  it('keeps its text size and its box on a page that resets everything', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      'html { font-size: 62.5% } * { margin: 0; padding: 0; line-height: 1; font: 10px serif; color: red; text-align: center }',
    );
    document.adoptedStyleSheets.push(sheet);
    try {
      const { element } = await joinFixture();
      const style = getComputedStyle(find(element, '.root'));
      expect(style.fontSize).to.equal('16px');
      expect(style.textAlign).to.equal('start');
      expect(parseFloat(style.paddingLeft)).to.be.at.least(18);
      expect(getComputedStyle(input(element, 'email')).fontSize).to.equal('16px');
    } finally {
      document.adoptedStyleSheets.pop();
    }
  });

  it('goes dark with the page, not with the system', async () => {
    const wrapper = document.createElement('div');
    const { element } = await joinFixture({}, wrapper);
    const paper = () => getComputedStyle(find(element, '.root')).backgroundColor;
    expect(paper()).to.equal('rgb(255, 255, 255)');
    wrapper.style.colorScheme = 'dark';
    expect(paper()).to.equal('rgb(27, 33, 48)');
  });
});
