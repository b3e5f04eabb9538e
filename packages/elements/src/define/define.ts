import { html, render } from 'lit';
import { warnPage } from '../diagnostics/warn.ts';

interface ElementClass extends CustomElementConstructor {
  /** The version of the package that the class came in. */
  readonly version: string;
}

/**
 * Registers an element once. A page may load us twice, or in two versions: the first one stays,
 * and nothing is ever thrown into somebody else's page.
 */
export function define(tag: string, constructor: ElementClass): void {
  const present = customElements.get(tag) as Partial<ElementClass> | undefined;
  if (!present) {
    if ((canRender ??= tryToRender())) customElements.define(tag, constructor);
    return;
  }
  if (present === constructor || present.version === constructor.version) return;
  warnPage(
    'tag-taken',
    `<${tag}> is already registered (${present.version ?? 'by another library'}), so version ` +
      `${constructor.version} is left out. Load one version of it on a page.`,
  );
}

/** Whether this page's Trusted Types let us write; unknown until the first element of ours is needed. */
let canRender: boolean | undefined;

/** An element that cannot be written would still hide what the page put between its tags. */
function tryToRender(): boolean {
  try {
    render(html`<p></p>`, document.createDocumentFragment());
    return true;
  } catch {
    warnPage(
      'trusted-types',
      "Kept out by this page's policy, which needs: trusted-types lit-html 'allow-duplicates'.",
    );
    return false;
  }
}
