import { escapeAttribute } from './escape.ts';

/** Attributes in the order in which they are printed; `true` for one without a value, `false` for none. */
export type Attributes = Readonly<Record<string, string | boolean>>;

/** Where a line breaks, in characters. */
const LONGEST_LINE = 100;

/** An opening tag in one line. */
export const tag = (name: string, attributes: Attributes): string =>
  `<${[name, ...printed(attributes)].join(' ')}>`;

/** The lines of an opening tag: one for each attribute, where one is too short for all. */
export function blockTag(name: string, attributes: Attributes): string[] {
  const line = tag(name, attributes);
  if (line.length <= LONGEST_LINE) return [line];
  return [`<${name}`, ...printed(attributes).map((each) => `  ${each}`), '>'];
}

const printed = (attributes: Attributes) =>
  Object.entries(attributes).flatMap(([name, value]) => {
    if (value === false) return [];
    return value === true ? [name] : [`${name}="${escapeAttribute(value)}"`];
  });
