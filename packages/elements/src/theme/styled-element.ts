import { adoptStyles, LitElement, type CSSResult } from 'lit';

/** An element that keeps its look when styles come later, and in whatever document it is put into. */
export class StyledElement extends LitElement {
  readonly #later = new Set<CSSResult>();

  /** Adds styles that arrived after the element. */
  addStyles(...styles: readonly CSSResult[]): void {
    for (const each of styles) this.#later.add(each);
    this.adoptedCallback();
  }

  /** A document drops the style sheets of what it adopts, and takes none that another one made. */
  adoptedCallback(): void {
    const root = this.shadowRoot;
    const { defaultView } = this.ownerDocument;
    if (!root || !defaultView) return;
    const { elementStyles } = this.constructor as typeof LitElement;
    const styles = [...(elementStyles as CSSResult[]), ...this.#later];
    if (defaultView === window) return adoptStyles(root, styles);
    root.adoptedStyleSheets = styles.map(({ cssText }) => {
      const sheet = new defaultView.CSSStyleSheet();
      sheet.replaceSync(cssText);
      return sheet;
    });
  }
}
