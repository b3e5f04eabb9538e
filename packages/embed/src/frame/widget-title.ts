/** The heading of a widget as it stood when its language came: what the frame is called. */
export class WidgetTitle {
  #language = '';
  #text = '';

  /** Empty as long as there is none. */
  read(widgets: readonly Element[]): string {
    const [heading] = widgets.flatMap((widget) => headingOf(widget) ?? []);
    const language = heading?.closest('[lang]')?.getAttribute('lang') ?? '';
    // After a thank-you the heading is another one, and the frame is still what it was.
    if (heading && (!this.#text || language !== this.#language)) {
      this.#language = language;
      this.#text = textOf(heading);
    }
    return this.#text;
  }
}

const headingOf = ({ shadowRoot }: Element) => shadowRoot?.querySelector('[part~=heading]');

/** Also where the page brings a heading of its own, in the slot around ours. */
function textOf(heading: Element): string {
  const slot = heading.closest<HTMLSlotElement>('slot[name=heading]');
  const own = slot?.assignedElements().map(({ textContent }) => textContent) ?? [];
  return (own.join(' ').trim() || heading.textContent || '').replace(/\s+/g, ' ').trim();
}
