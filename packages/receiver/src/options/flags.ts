import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';

/** What is wrong with the words of a command: one sentence for whoever typed them. */
export class Complaint extends Error {}

export type Environment = Readonly<Record<string, string | undefined>>;

/** What is wrong with arguments that Node did not take, without what it says about positional ones. */
export function sentenceOf(error: unknown): string {
  const [sentence = ''] = (error as Error).message.split(/\.\s|\n/);
  return sentence;
}

/** The options of one command as they were typed. */
export class Flags {
  readonly #values: Readonly<Record<string, unknown>>;
  readonly environment: Environment;

  /** Throws a {@link Complaint} on what the command does not take. */
  constructor(
    args: readonly string[],
    options: ParseArgsOptionsConfig,
    environment: Environment = {},
  ) {
    try {
      this.#values = parseArgs({ args: [...args], options }).values;
    } catch (error) {
      throw new Complaint(`${sentenceOf(error)}.`);
    }
    this.environment = environment;
  }

  has(name: string): boolean {
    return this.#values[name] !== undefined;
  }

  /** Whether an option without a value is there. */
  is(name: string): boolean {
    return this.#values[name] === true;
  }

  text(name: string): string | undefined {
    const value = this.#values[name];
    if (typeof value !== 'string') return undefined;
    if (value.trim() === '') throw new Complaint(`--${name} must not be empty.`);
    return value.trim();
  }

  /** All values of an option that can be repeated; undefined where it was not given. */
  texts(name: string): string[] | undefined {
    const values = this.#values[name];
    if (!Array.isArray(values)) return undefined;
    const texts = values.map((value) => String(value).trim());
    if (texts.includes('')) throw new Complaint(`--${name} must not be empty.`);
    return texts;
  }

  /** One of some values. */
  choice<Value extends string>(name: string, values: readonly Value[]): Value | undefined {
    const text = this.text(name);
    return text === undefined ? undefined : oneOf(name, values, text);
  }

  /** Some of some values. */
  choices<Value extends string>(name: string, values: readonly Value[]): Value[] | undefined {
    return this.texts(name)?.map((text) => oneOf(name, values, text));
  }
}

function oneOf<Value extends string>(name: string, values: readonly Value[], text: string): Value {
  const found = values.find((value) => value === text);
  if (found === undefined) {
    throw new Complaint(`--${name} takes ${values.join(', ')}, not "${text}".`);
  }
  return found;
}
