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
  if (!present) return customElements.define(tag, constructor);
  if (present === constructor || present.version === constructor.version) return;
  warnPage(
    'tag-taken',
    `<${tag}> is already registered (${present.version ?? 'by another library'}), so version ` +
      `${constructor.version} is left out. Load one version of it on a page.`,
  );
}
