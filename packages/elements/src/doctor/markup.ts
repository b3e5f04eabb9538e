type Child = Node | string;

/**
 * An element with attributes and children. The doctor writes no templates: where a page's policy keeps the
 * widgets from doing so, it must still be able to say that.
 */
export function markup<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** A text whose code stands between backticks. */
export function withCode(text: string): Child[] {
  return text.split('`').map((part, index) => (index % 2 === 1 ? markup('code', {}, part) : part));
}
