import { languageTagRule, MOST_LANGUAGES, type Rule } from '@pro-kid/contract/rules';

/** Where a value is not as it should be, as a JSON Pointer; undefined where all of it is. */
export type Shape = (value: unknown) => string | undefined;

const HERE = '';
const when = (isFine: boolean) => (isFine ? undefined : HERE);
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The first fault of what stands inside a value, with the pointer from the value to it. */
function firstFault(entries: Iterable<[string | number, string | undefined]>): string | undefined {
  for (const [key, fault] of entries) {
    const token = String(key).replace(/~/g, '~0').replace(/\//g, '~1');
    if (fault !== undefined) return `/${token}${fault}`;
  }
  return undefined;
}

export const text =
  ({ normalize, findFault }: Rule<string>): Shape =>
  (value) =>
    when(typeof value === 'string' && !findFault(normalize(value)));

export const oneOf =
  (...values: readonly unknown[]): Shape =>
  (value) =>
    when(values.includes(value));

export const flag = oneOf(true, false);

export const whole =
  (minimum: number, maximum: number): Shape =>
  (value) =>
    when(Number.isInteger(value) && (value as number) >= minimum && (value as number) <= maximum);

/** A list; with `keyOf`, no two of its entries may have the same key: the second of two is wrong, at `at`. */
export const list =
  (
    item: Shape,
    minimum: number,
    maximum: number,
    keyOf?: (entry: never) => unknown,
    at: string = HERE,
  ): Shape =>
  (value) => {
    if (!Array.isArray(value) || value.length < minimum || value.length > maximum) return HERE;
    const fault = firstFault(value.map((each, index) => [index, item(each)]));
    if (fault !== undefined || !keyOf) return fault;
    const keys = value.map((each) => keyOf(each as never));
    const twice = keys.findIndex((each, index) => keys.indexOf(each) < index);
    return twice < 0 ? undefined : `/${twice}${at}`;
  };

/** An object with these keys and no others. */
export const object =
  (required: Record<string, Shape>, optional: Record<string, Shape> = {}): Shape =>
  (value) => {
    if (!isObject(value)) return HERE;
    const known: Record<string, Shape> = { ...required, ...optional };
    const keys = new Set([...Object.keys(required), ...Object.keys(value)]);
    return firstFault(
      [...keys].map((key) => {
        if (!Object.hasOwn(known, key)) return [key, HERE];
        const isLeftOut = value[key] === undefined && !Object.hasOwn(required, key);
        return [key, isLeftOut ? undefined : known[key]!(value[key])];
      }),
    );
  };

/** An object with any keys that are like `key`. */
export const record =
  (key: Shape, item: Shape, minimum: number, maximum: number): Shape =>
  (value) => {
    if (!isObject(value)) return HERE;
    const entries = Object.entries(value);
    if (entries.length < minimum || entries.length > maximum) return HERE;
    // What reads such an object may meet its prototype by that name.
    return firstFault(
      entries.map(([name, each]) => [
        name,
        name === '__proto__' ? HERE : (key(name) ?? item(each)),
      ]),
    );
  };

const languageTag = text(languageTagRule);

/** A text, or one for each of several languages. */
export const localizedText = (rule: Rule<string>): Shape => {
  const one = text(rule);
  const each = record(languageTag, one, 1, MOST_LANGUAGES);
  return (value) => (typeof value === 'string' ? one(value) : each(value));
};
