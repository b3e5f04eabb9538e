import type { Format } from './format.ts';
import { json } from './json.ts';

/** A format is loaded when it is first used: a page that posts JSON downloads none of the others. */
const loaders = {
  json: () => Promise.resolve(json),
} satisfies Record<string, () => Promise<Format>>;

export type FormatName = keyof typeof loaders;

export const isFormatName = (name: string): name is FormatName => Object.hasOwn(loaders, name);

/** The format of a name; `json` where there is none. */
export function loadFormat(name: FormatName = 'json'): Promise<Format> {
  return loaders[name]();
}
