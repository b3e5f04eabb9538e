import {
  createScanner,
  parseTree,
  printParseErrorCode,
  type Node,
  type ParseError,
} from 'jsonc-parser';
import type { Unplaced } from './finding.ts';
import { excerpt, pointerOf } from './source-text.ts';
import { describeSyntax } from './syntax-words.ts';

/** In bytes, as UTF-8. */
export const MOST_BYTES = 65_536;
/** Of lists and objects in each other. */
export const MOST_LEVELS = 16;

/** Something wrong at an offset of the text. */
export type Fault = Unplaced & { offset: number };

/** A file's value, with the tree that knows its places; or why there is none. */
export type ParsedFile = { value: unknown; root: Node; faults: Fault[] } | { faults: Fault[] };

/** Of jsonc-parser's `SyntaxKind`, which is a `const enum` and does not exist when code runs. */
const OPEN = [1, 3];
const CLOSE = [2, 4];
const END_OF_FILE = 17;

const STRICT = { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false };

/** Reads strict JSON. A key that stands twice in an object is a fault, and yet there is a value. */
export function parseFile(text: string): ParsedFile {
  if (new TextEncoder().encode(text).length > MOST_BYTES) return { faults: [tooLarge()] };
  const tooDeep = findTooDeep(text);
  if (tooDeep !== undefined) return { faults: [tooDeepAt(tooDeep, text)] };

  const errors: ParseError[] = [];
  const root = parseTree(text, errors, STRICT);
  // Those after the first are often mere consequences of it.
  const [error] = errors;
  if (error)
    return {
      faults: [describeSyntax(text, printParseErrorCode(error.error), error.offset, error.length)],
    };
  try {
    // Not from the tree: that would set the prototype of an object with the key "__proto__".
    return { value: JSON.parse(text) as unknown, root: root!, faults: duplicatesIn(text, root!) };
  } catch {
    return { faults: [describeSyntax(text, 'Unknown', 0, 0)] };
  }
}

const tooLarge = (): Fault => ({
  pointer: '',
  offset: 0,
  code: 'too-large',
  found: 'more than 64 KiB',
  expected: `at most ${MOST_BYTES.toLocaleString('en-US')} bytes`,
  remedy: 'Shorten the texts, or make several files of it.',
});

const tooDeepAt = (offset: number, text: string): Fault => ({
  pointer: '',
  offset,
  code: 'too-deep',
  found: excerpt(text, offset, 10),
  expected: `at most ${MOST_LEVELS} lists and objects in each other`,
  remedy: 'Take the surplus brackets away. No file of ours needs that many.',
});

/** Where brackets are nested too deep; asked first, since the parser calls itself for each level. */
function findTooDeep(text: string): number | undefined {
  const scanner = createScanner(text, true);
  let level = 0;
  for (let token = scanner.scan(); token !== END_OF_FILE; token = scanner.scan()) {
    if (OPEN.includes(token)) level++;
    else if (CLOSE.includes(token)) level--;
    if (level > MOST_LEVELS) return scanner.getTokenOffset();
  }
  return undefined;
}

function duplicatesIn(text: string, node: Node, path: readonly (string | number)[] = []): Fault[] {
  const children = node.children ?? [];
  if (node.type === 'array') {
    return children.flatMap((child, index) => duplicatesIn(text, child, [...path, index]));
  }
  if (node.type !== 'object') return [];
  const keys = new Set<string>();
  return children.flatMap(({ children: [key, value] = [] }) => {
    if (!key || !value) return [];
    const name = String(key.value);
    const inside = duplicatesIn(text, value, [...path, name]);
    if (!keys.has(name)) {
      keys.add(name);
      return inside;
    }
    const duplicate: Fault = {
      pointer: pointerOf([...path, name]),
      offset: key.offset,
      code: 'duplicate',
      found: `${excerpt(text, key.offset, key.length)} once more`,
      expected: 'each key once in an object',
      remedy: 'Keep the right one, and take the other away.',
    };
    return [duplicate, ...inside];
  });
}
