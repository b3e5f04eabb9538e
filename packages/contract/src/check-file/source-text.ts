import type { Node } from 'jsonc-parser';

/** Tells line and column of an offset, both counted from 1. */
export function positionsIn(text: string): (offset: number) => { line: number; column: number } {
  const starts = [
    0,
    ...Array.from(text.matchAll(/\r\n|\r|\n/g), ({ 0: end, index }) => index + end.length),
  ];
  return (offset) => {
    const line = starts.filter((start) => start <= offset).length;
    return { line, column: offset - starts[line - 1]! + 1 };
  };
}

/** The tokens of a JSON Pointer. */
export const tokensOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((token) => token.replace(/~1/g, '/').replace(/~0/g, '~'));

/** JSON Pointer of a path. */
export const pointerOf = (path: readonly (string | number)[]): string =>
  path.map((token) => `/${String(token).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');

/** Where a JSON Pointer leads in a file: as far as it goes. */
export interface Place {
  /** The value, or the last one on the way that is there. */
  node: Node;
  /** The key and its value, where the value belongs to a key. */
  property: Node | undefined;
  /** Whether the value itself is there. */
  isThere: boolean;
}

export function findPlace(root: Node, path: readonly string[]): Place {
  let place: Place = { node: root, property: undefined, isThere: true };
  for (const token of path) {
    const next = childOf(place.node, token);
    if (!next) return { ...place, isThere: false };
    place = next;
  }
  return place;
}

function childOf({ type, children = [] }: Node, token: string): Place | undefined {
  if (type === 'array') {
    const node = children[Number(token)];
    return node && { node, property: undefined, isThere: true };
  }
  // Of a key that stands there twice, JSON takes the last.
  const property = children.filter(({ children: [key] = [] }) => key?.value === token).at(-1);
  const node = property?.children?.[1];
  return node && { node, property, isThere: true };
}

const LONGEST_EXCERPT = 60;

/** A piece of a file in one line, shortened. */
export function excerpt(text: string, offset: number, length: number): string {
  const piece = text.slice(offset, offset + length).replace(/\s+/g, ' ');
  const characters = Array.from(piece);
  return characters.length > LONGEST_EXCERPT
    ? `${characters.slice(0, LONGEST_EXCERPT).join('')}…`
    : piece;
}
