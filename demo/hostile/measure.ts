import type { Page } from 'puppeteer-core';

/** How a widget stands on a page. */
export interface Look {
  /** Left, top, width and height of its card, from its place on the page. */
  card: number[];
  /** The same of everything in it, with the element's name. */
  parts: [name: string, box: number[]][];
  /** How the text of everything in it looks; how far its letters stand apart, after a bar. */
  fonts: string[];
  /** The smallest and the largest size of the text of labels, fields and buttons, in pixels. */
  sizes: [smallest: number, largest: number];
  isVisible: boolean;
  /** Whether a click on the middle of its strongest action would meet that. */
  isOnTop: boolean;
}

export function measure(page: Page, tag: string): Promise<Look> {
  return page.$eval(tag, (element) => {
    scrollTo({ top: 0, left: 0, behavior: 'instant' });
    const root = element.shadowRoot!;
    const card = root.querySelector<HTMLElement>('[part=card]')!;
    const { left, top } = element.closest('.place')!.getBoundingClientRect();
    const boxOf = (each: Element) => {
      const { x, y, width, height } = each.getBoundingClientRect();
      return [x - left, y - top, width, height].map((value) => Math.round(value * 100) / 100);
    };
    const all = [...card.querySelectorAll('*')].filter((each) => each.checkVisibility());
    const fontOf = (each: Element) => {
      const { fontSize, lineHeight, fontWeight, fontFamily, letterSpacing, color } =
        getComputedStyle(each);
      const font = [fontSize, lineHeight, fontWeight, fontFamily, color];
      return `${each.localName}: ${font.join(' ')} | ${letterSpacing}`;
    };
    const sizes = all
      .filter((each) => each.matches('label, input, [type=submit], [part~=action]'))
      .concat(card)
      .map((each) => parseFloat(getComputedStyle(each).fontSize));
    const strong = root.querySelector('[type=submit], [part~=action], summary, button') ?? card;
    strong.scrollIntoView({ block: 'center', behavior: 'instant' });
    const box = strong.getBoundingClientRect();
    const met = root.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    scrollTo({ top: 0, left: 0, behavior: 'instant' });
    return {
      card: boxOf(card),
      parts: all.map((each) => [each.localName, boxOf(each)] as [string, number[]]),
      fonts: all.map(fontOf),
      sizes: [Math.min(...sizes), Math.max(...sizes)] as [number, number],
      isVisible: card.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
      isOnTop: met !== null && (met === strong || strong.contains(met)),
    };
  });
}

/** What the page's style sheet does to an element that does not protect itself. */
export interface Naive {
  /** The size of the root's text in pixels, which `rem` follows. */
  root: number;
  display: string;
  padding: string;
  border: string;
  styles: Record<string, string>;
  scheme: string;
}

export function measureNaive(page: Page): Promise<Naive> {
  return page.$eval('x-plain', (element) => {
    const own = getComputedStyle(element);
    const text = getComputedStyle(element.shadowRoot!.querySelector('p')!);
    return {
      root: parseFloat(getComputedStyle(document.documentElement).fontSize),
      display: own.display,
      padding: own.padding,
      border: own.borderStyle + own.borderWidth,
      styles: {
        color: text.color,
        font: text.fontFamily,
        'line height': text.lineHeight,
        'letter spacing': text.letterSpacing,
        'font weight': text.fontWeight,
        'text align': text.textAlign,
      },
      scheme: text.colorScheme,
    };
  });
}

/** The difference to a page without a style sheet, in few words. */
export function harmOf(found: Naive, clean: Naive): string[] {
  const words: string[] = [];
  const inherited = Object.keys(clean.styles).filter(
    (name) => found.styles[name] !== clean.styles[name],
  );
  if (found.root !== clean.root) words.push(`root of ${round(found.root)} px`);
  if (found.display !== clean.display) words.push(`elements become \`${found.display}\``);
  if (found.padding !== clean.padding) words.push('takes padding away');
  if (found.border !== clean.border) words.push('takes borders away');
  if (found.scheme !== clean.scheme) words.push(`sets the color scheme (${found.scheme})`);
  if (inherited.length > 0) words.push(`comes in: ${inherited.join(', ')}`);
  return words;
}

const round = (value: number) => Math.round(value * 10) / 10;
