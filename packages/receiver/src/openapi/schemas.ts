import {
  anonymous,
  consent,
  counts,
  fieldError,
  individual,
  organization,
  petition,
  pledge,
  problem,
  receipt,
  source,
  submission,
} from '@pro-kid/contract';
import * as z from 'zod/mini';

type JsonSchema = Record<string, unknown>;

/** Where a schema stands in the document. */
export const refTo = (name: string): string => `#/components/schemas/${name}`;

/** The contract's schemas as JSON Schemas that name each other: what is sent, and what is answered. */
export function componentSchemas(): Record<string, JsonSchema> {
  const sent = schemasOf(
    {
      Submission: submission,
      Individual: individual,
      Organization: organization,
      Anonymous: anonymous,
      Consent: consent,
      Source: source,
      Pledge: pledge,
      Petition: petition,
    },
    'input',
  );
  const answered = schemasOf(
    { Receipt: receipt, Counts: counts, Problem: problem, FieldError: fieldError },
    'output',
  );
  const { properties } = answered['Counts'] as { properties: Record<string, JsonSchema> };
  const { individuals, organizations } = properties;
  // What is checked by code, zod cannot tell.
  properties['partners'] = {
    type: 'object',
    additionalProperties: {
      type: 'object',
      properties: { individuals, organizations },
      required: ['individuals', 'organizations'],
    },
  };
  return { ...sent, ...answered };
}

function schemasOf(
  schemas: Record<string, z.ZodMiniType>,
  io: 'input' | 'output',
): Record<string, JsonSchema> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(schemas)) registry.add(schema, { id });
  const { schemas: generated } = z.toJSONSchema(registry, {
    io,
    uri: refTo,
    unrepresentable: 'any',
    override({ jsonSchema }) {
      // A later version may answer more, and whoever reads must not mind.
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    },
  });
  return Object.fromEntries(
    Object.entries(generated).map(([id, { $schema, $id, ...schema }]) => [id, schema]),
  );
}
