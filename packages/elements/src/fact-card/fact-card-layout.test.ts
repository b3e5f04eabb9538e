import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { cardFixture, fullIssue, part, parts, until } from '../testing/card-fixture.ts';

const column = (width: number) => {
  const element = document.createElement('div');
  element.style.width = `${width}px`;
  return element;
};
const long = 'Donaudampfschifffahrtsgesellschaftskapitänswitwenrente';
const longIssue = {
  ...fullIssue,
  title: long,
  summary: long,
  facts: [...fullIssue.facts, ...fullIssue.facts].map((fact) => ({
    ...fact,
    text: `{figure} ${long}`,
  })),
  agenda: [long],
};

describe('the box of a card, on whatever page', () => {
  beforeEach(() => setViewport({ width: 1200, height: 900 }));

  for (const width of [240, 360, 768, 1000]) {
    for (const [title, issue] of Object.entries({ usual: fullIssue, 'long words': longIssue })) {
      it(`fits a column of ${width} pixels, without two-way scrolling: ${title}`, async () => {
        const attributes = { 'action-href': '/join', open: '', lang: 'es' };
        const element = await cardFixture(issue, attributes, column(width));
        part(element, '#share').click();
        await until(() => parts(element, '#menu button').length > 0);
        const root = part(element, '.root');
        expect(root.scrollWidth).to.be.at.most(root.clientWidth);
        expect(element.getBoundingClientRect().width).to.equal(width);
        for (const each of parts(element, 'p, strong, svg, button, a, .heading')) {
          const { left, right, width: own } = each.getBoundingClientRect();
          if (own <= 1) continue;
          expect(right, each.outerHTML).to.be.at.most(root.getBoundingClientRect().right);
          expect(left, each.outerHTML).to.be.at.least(root.getBoundingClientRect().left);
        }
      });
    }
  }

  it('has its figure above the text in a column, and beside it where there is room', async () => {
    const beside = async (width: number) => {
      const element = await cardFixture(fullIssue, {}, column(width));
      const hero = part(element, '.hero').getBoundingClientRect();
      const rest = part(element, '.rest').getBoundingClientRect();
      return rest.left >= hero.right && rest.top === hero.top;
    };
    expect(await beside(400)).to.equal(false);
    expect(await beside(900)).to.equal(true);
  });

  it('is mirrored on a page that reads from the right, but for the line of a range', async () => {
    const page = column(900);
    page.dir = 'rtl';
    const arabic = (text: string) => ({ ar: text });
    const element = await cardFixture(
      {
        ...fullIssue,
        title: arabic('عنوان'),
        summary: arabic('نص'),
        facts: fullIssue.facts.map((fact) => ({ ...fact, text: arabic('{figure} نص') })),
      },
      { 'action-href': '/join', lang: 'ar' },
      page,
    );
    expect(part(element, '.root').dir).to.equal('rtl');
    const hero = part(element, '.hero').getBoundingClientRect();
    expect(part(element, '.rest').getBoundingClientRect().right).to.be.at.most(hero.left);
    const marks = part(element, '.people .marks').getBoundingClientRect();
    const others = part(element, '.people .others').getBoundingClientRect();
    expect(marks.left).to.be.greaterThan(others.right - 1);
    const [low, high] = parts(element, '.ends b').map((label) => label.getBoundingClientRect());
    expect(low!.right).to.be.below(high!.left);
  });

  it('reads in its own direction on a page of the other one', async () => {
    const page = document.createElement('div');
    page.dir = 'rtl';
    const element = await cardFixture(fullIssue, {}, page);
    expect(getComputedStyle(part(element, '.root')).direction).to.equal('ltr');
  });

  it('keeps its text size and its box on a page that resets everything', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      'html { font-size: 62.5% } * { margin: 0; padding: 0; line-height: 1; font: 10px serif; color: red; text-align: center }',
    );
    document.adoptedStyleSheets.push(sheet);
    try {
      const element = await cardFixture();
      const style = getComputedStyle(part(element, '.root'));
      expect(style.fontSize).to.equal('16px');
      expect(style.textAlign).to.equal('start');
      expect(getComputedStyle(part(element, '.range')).fontSize).to.equal('13.12px');
    } finally {
      document.adoptedStyleSheets.pop();
    }
  });

  it('goes dark with the page, not with the system', async () => {
    const page = document.createElement('div');
    const element = await cardFixture(fullIssue, {}, page);
    const paper = () => getComputedStyle(part(element, '.root')).backgroundColor;
    expect(paper()).to.equal('rgb(255, 255, 255)');
    page.style.colorScheme = 'dark';
    expect(paper()).to.equal('rgb(27, 33, 48)');
  });

  it('sets no style that a strict policy would refuse', async () => {
    const [meta] = [document.createElement('meta')];
    meta.httpEquiv = 'Content-Security-Policy';
    meta.content = "style-src 'self'; require-trusted-types-for 'script'";
    const refused: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
      refused.push(violatedDirective),
    );
    document.head.append(meta);
    const element = document.createElement('pro-kid-fact-card');
    element.issue = longIssue;
    element.actionHref = '/join';
    document.body.prepend(element);
    await until(() => element.matches(':state(ready)'));
    expect(part(element, '.ends').style.gridTemplateColumns).to.include('fr');
    expect(refused).to.deep.equal([]);
    element.remove();
  });
});
