import type { $ZodType, $ZodTypes } from 'zod/v4/core';

/** What a schema knows of one place. */
export interface Known {
  /** The keys of an object; empty where there are none, or any is fine. */
  keys: string[];
  /** The texts that are allowed, where it is one of a few. */
  choices: string[];
  /** The types of value that are fine, by zod's names for them. */
  types: string[];
}

/**
 * Finds what a schema knows of the place at a path in a value. Where an object may have several
 * shapes, those count whose literals the value has.
 */
export function knownAt(schema: $ZodType, value: unknown, path: readonly string[]): Known {
  let schemas = [schema];
  let shapes = narrowed(shapesOf(schema), value);
  let current = value;
  for (const token of path) {
    current = ownValue(current, token);
    schemas = shapes.flatMap((shape) => stepInto(shape, token));
    shapes = narrowed(schemas.flatMap(shapesOf), current);
  }
  return {
    keys: [...new Set(shapes.flatMap((shape) => Object.keys(propertiesOf(shape))))],
    types: schemas.flatMap(typesOf),
    choices: [...new Set(shapes.flatMap(literalsOf))].filter((each) => typeof each === 'string'),
  };
}

/** A value's own property; never one of its prototype's. */
export const ownValue = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;

const defOf = (schema: $ZodType) => (schema as $ZodTypes)._zod.def;

/** Every shape that a value may have, without what is wrapped around them. */
function shapesOf(schema: $ZodType): $ZodType[] {
  const def = defOf(schema);
  if (def.type === 'optional' || def.type === 'nullable') return shapesOf(def.innerType);
  if (def.type === 'pipe') return shapesOf(def.out);
  if (def.type === 'union') return def.options.flatMap(shapesOf);
  return [schema];
}

function typesOf(schema: $ZodType): string[] {
  const { type } = defOf(schema);
  return [...(type === 'nullable' ? ['null'] : []), ...shapesOf(schema).map(typeOf)];
}

const typeOf = (schema: $ZodType) => defOf(schema).type;

function propertiesOf(schema: $ZodType): Readonly<Record<string, $ZodType>> {
  const def = defOf(schema);
  return def.type === 'object' ? def.shape : {};
}

function literalsOf(schema: $ZodType): unknown[] {
  const def = defOf(schema);
  if (def.type === 'enum') return Object.values(def.entries);
  return def.type === 'literal' ? def.values : [];
}

function stepInto(schema: $ZodType, token: string): $ZodType[] {
  const def = defOf(schema);
  if (def.type === 'array') return [def.element];
  if (def.type === 'record') return [def.valueType];
  const properties = propertiesOf(schema);
  return Object.hasOwn(properties, token) ? [properties[token]!] : [];
}

function narrowed(shapes: $ZodType[], value: unknown): $ZodType[] {
  const fitting = shapes.filter((shape) =>
    Object.entries(propertiesOf(shape)).every(([key, property]) => {
      const literals = literalsOf(property);
      return literals.length === 0 || literals.includes(ownValue(value, key));
    }),
  );
  return fitting.length > 0 ? fitting : shapes;
}
