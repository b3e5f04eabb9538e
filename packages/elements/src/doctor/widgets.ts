import { plainAddress } from './plain-address.ts';

/** A widget on the page, or in a part of it that can be looked into. */
export interface Widget {
  element: HTMLElement;
  /** How a report calls it, such as `<pro-kid-join id="join">`. */
  who: string;
  /** The window that it stands in: this one, or that of a frame. */
  window: Window & typeof globalThis;
}

/** What was found, and how many frames of other sites could not be looked into. */
export interface FoundWidgets {
  widgets: Widget[];
  closedFrames: number;
}

const TAGS = new Set(
  ['join', 'pledge', 'petition', 'fact-card', 'fact-deck', 'progress', 'share'].map(
    (name) => `pro-kid-${name}`,
  ),
);

export const isForm = ({ element }: Widget) =>
  /^pro-kid-(?:join|pledge|petition)$/.test(element.localName);

/**
 * The widgets in a document, in its open shadow roots and in its frames of the same origin, in order. What
 * our own widgets have inside is theirs.
 */
export function findWidgets(page: Document = document): FoundWidgets {
  const found: FoundWidgets = { widgets: [], closedFrames: 0 };
  search(page, '', found);
  const seen = new Map<string, number>();
  for (const widget of found.widgets) {
    const number = (seen.get(widget.who) ?? 0) + 1;
    seen.set(widget.who, number);
    if (number > 1) widget.who += ` (number ${number})`;
  }
  return found;
}

function search(root: Document | ShadowRoot, place: string, found: FoundWidgets): void {
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    const { localName, shadowRoot } = element;
    if (TAGS.has(localName)) {
      const window = element.ownerDocument.defaultView;
      if (window) found.widgets.push({ element, who: nameOf(element) + place, window });
    } else if (shadowRoot && localName !== 'pro-kid-doctor') {
      search(shadowRoot, ` in ${nameOf(element)}`, found);
    } else if (localName === 'iframe') {
      const page = (element as HTMLIFrameElement).contentDocument;
      if (page) search(page, ` in the frame ${plainAddress(page.URL)}`, found);
      else found.closedFrames++;
    }
  }
}

function nameOf({ localName, id }: Element): string {
  return id ? `<${localName} id="${id}">` : `<${localName}>`;
}
