import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { fileKindNames, fileKinds } from '../check-file/file-kinds.ts';
import { invalidCampaigns, invalidIssues, validCampaigns, validIssues } from '../testing/index.ts';
import { jsonSchemaOf } from './json-schema.ts';

type Part = Record<string, unknown>;

const compile = (schema: object) => formats.default(new Ajv({ allErrors: true })).compile(schema);

/** Every part of a JSON Schema, with the pointer to it. */
function partsOf(value: unknown, pointer = ''): [string, Part][] {
  if (typeof value !== 'object' || value === null) return [];
  return [
    [pointer, value as Part],
    ...Object.entries(value).flatMap(([key, inside]) => partsOf(inside, `${pointer}/${key}`)),
  ];
}

for (const name of fileKindNames) {
  const kind = fileKinds[name];
  const schema = jsonSchemaOf(kind);

  describe(`the JSON Schema of the kind ${name}`, () => {
    it('limits every text', () => {
      const texts = partsOf(schema).filter(([, { type }]) => type === 'string');
      assert.ok(texts.length > 10);
      for (const [pointer, { maxLength, const: constant, enum: all }] of texts) {
        assert.ok(maxLength !== undefined || constant !== undefined || all !== undefined, pointer);
      }
    });

    it('knows every key of every object, and explains it', () => {
      for (const [pointer, part] of partsOf(schema)) {
        if (part['type'] !== 'object') continue;
        if (!('properties' in part)) {
          assert.ok('propertyNames' in part && 'maxProperties' in part, pointer);
          continue;
        }
        assert.equal(part['additionalProperties'], false, pointer);
        for (const [key, inside] of Object.entries(part['properties'] as Part)) {
          const { description } = inside as { description?: string };
          assert.match(description ?? '', /^[A-Z"t].+\. Expected: .+\.$/, `${pointer}/${key}`);
        }
      }
    });

    it('is one that editors know, and names what it is of', () => {
      assert.equal(schema['$schema'], 'http://json-schema.org/draft-07/schema#');
      assert.equal(schema['title'], kind.title);
      compile(schema);
    });

    it('is published as it is made; if not, `pnpm run schemas` writes it', () => {
      const file = new URL(`../../schemas/${kind.schemaFile}`, import.meta.url);
      assert.deepEqual(JSON.parse(readFileSync(file, 'utf8')), schema);
    });

    it('is explained by no words for a place that is not there', () => {
      const described = partsOf(schema).filter(
        ([, part]) => typeof part['description'] === 'string',
      );
      const texts = new Set(described.map(([, part]) => String(part['description'])));
      for (const [place, { description, expected }] of Object.entries(kind.words)) {
        assert.ok(texts.has(`${description} Expected: ${expected}.`), place);
      }
    });
  });
}

/** As a file holds it, where nothing is undefined. */
const written = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;

for (const { kind, valid, invalid } of [
  { kind: 'issue', valid: validIssues, invalid: invalidIssues },
  { kind: 'campaign', valid: validCampaigns, invalid: invalidCampaigns },
] as const) {
  describe(`the JSON Schema of the kind ${kind}, and the contract`, () => {
    const validate = compile(jsonSchemaOf(fileKinds[kind]));

    for (const [title, value] of Object.entries<object>(valid)) {
      it(`accept both: ${title}`, () => {
        assert.ok(validate(written(value)), JSON.stringify(validate.errors));
      });
    }

    for (const [title, { value, isBeyondJsonSchema = false }] of Object.entries(invalid)) {
      const verb = isBeyondJsonSchema ? 'do not both see' : 'refuse both';
      it(`${verb}: ${title}`, () => {
        assert.equal(validate(written(value)), isBeyondJsonSchema);
      });
    }
  });
}
