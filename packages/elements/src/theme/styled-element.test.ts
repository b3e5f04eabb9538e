import { expect, fixture, html } from '@open-wc/testing';
import { css } from 'lit';
import { StyledElement } from './styled-element.ts';

class Sample extends StyledElement {
  static override styles = css`
    p {
      color: rgb(1, 2, 3);
    }
  `;
  protected override render() {
    return html`<p>Sample</p>`;
  }
}
customElements.define('styled-sample', Sample);

const later = css`
  p {
    background-color: rgb(4, 5, 6);
  }
`;

function look(element: Element): string[] {
  const { color, backgroundColor } = getComputedStyle(element.shadowRoot!.querySelector('p')!);
  return [color, backgroundColor];
}

const both = ['rgb(1, 2, 3)', 'rgb(4, 5, 6)'];

describe('StyledElement', () => {
  it('takes styles that come later, once', async () => {
    const element = await fixture<Sample>(html`<styled-sample></styled-sample>`);
    element.addStyles(later);
    element.addStyles(later);
    expect(look(element)).to.deep.equal(both);
    expect(element.shadowRoot!.adoptedStyleSheets).to.have.length(2);
  });

  it('shares its style sheets with others of its kind', async () => {
    const [one, other] = [
      await fixture<Sample>(html`<styled-sample></styled-sample>`),
      new Sample(),
    ];
    document.body.append(other);
    expect(other.shadowRoot!.adoptedStyleSheets[0]).to.equal(one.shadowRoot!.adoptedStyleSheets[0]);
    other.remove();
  });

  it('keeps its look in another document, and back in its own', async () => {
    const element = await fixture<Sample>(html`<styled-sample></styled-sample>`);
    const home = element.parentElement!;
    const frame = document.body.appendChild(document.createElement('iframe'));
    element.addStyles(later);
    frame.contentDocument!.body.append(element);
    expect(look(element)).to.deep.equal(both);
    home.append(element);
    expect(look(element)).to.deep.equal(both);
    frame.remove();
  });

  it('gets styles in another document, too, and after one that nobody sees', async () => {
    const element = await fixture<Sample>(html`<styled-sample></styled-sample>`);
    const frame = document.body.appendChild(document.createElement('iframe'));
    document.createElement('template').content.append(element);
    frame.contentDocument!.body.append(element);
    element.addStyles(later);
    expect(look(element)).to.deep.equal(both);
    frame.remove();
  });
});
