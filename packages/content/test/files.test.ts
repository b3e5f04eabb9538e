import assert from 'node:assert/strict';
import { globSync, realpathSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { campaign, check, issue } from '@pro-kid/contract';
import { checkFile } from '@pro-kid/contract/check-file';
import campaignSchema from '@pro-kid/contract/schemas/campaign.schema.json' with { type: 'json' };
import issueSchema from '@pro-kid/contract/schemas/issue.schema.json' with { type: 'json' };
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { folder, read, textsIn, textsOf } from './content-files.ts';

const kinds = [
  {
    kind: 'issue',
    schema: issue,
    jsonSchema: issueSchema,
    files: ['issues/example.json', 'issues/permanent-connections.json'],
  },
  {
    kind: 'campaign',
    schema: campaign,
    jsonSchema: campaignSchema,
    files: ['campaigns/example-petition.json', 'campaigns/permanent-connections.json'],
  },
] as const;

for (const { kind, schema, jsonSchema, files } of kinds) {
  const isOfSchema = formats.default(new Ajv()).compile(jsonSchema);
  const schemaUrl = import.meta.resolve(`@pro-kid/contract/schemas/${kind}.schema.json`);

  describe(`each ${kind}`, () => {
    it('is one of these', () => {
      assert.deepEqual(globSync(`${kind}s/*.json`, { cwd: folder }).toSorted(), files);
    });

    for (const file of files) {
      const content = JSON.parse(read(file)) as { id: string; $schema: string };

      it(`has no errors, and is called as its file: ${file}`, () => {
        const { kind: found, errors } = checkFile(read(file));
        assert.deepEqual({ found, errors }, { found: kind, errors: [] });
        assert.equal(content.id, basename(file, '.json'));
      });

      it(`follows the JSON Schema that it names: ${file}`, () => {
        assert.ok(isOfSchema(content), JSON.stringify(isOfSchema.errors));
        assert.ok(!isOfSchema({ ...content, titel: 'x' }));
        const named = fileURLToPath(new URL(content.$schema, pathToFileURL(resolve(folder, file))));
        assert.equal(realpathSync(named), realpathSync(fileURLToPath(schemaUrl)));
      });

      it(`is kept as it is written: ${file}`, () => {
        const verdict = check<unknown>(schema, content);
        assert.ok(verdict.valid);
        assert.deepEqual(verdict.value, content);
      });

      it(`has every text in English and in Spanish: ${file}`, () => {
        const english = textsIn(content).filter(({ pointer }) => pointer.endsWith('/en'));
        const spanish = textsIn(content).filter(({ pointer }) => pointer.endsWith('/es'));
        assert.ok(english.length >= 10);
        assert.deepEqual(
          spanish.map(({ pointer }) => pointer.replace(/es$/, 'en')),
          english.map(({ pointer }) => pointer),
        );
        const { warnings } = checkFile(read(file));
        assert.ok(!warnings.some(({ code }) => code === 'language-missing'));
      });

      it(`says the same figures in both languages: ${file}`, () => {
        const digits = (text: string) => (text.match(/\d[\d,.]*\d|\d/g) ?? []).toSorted();
        const spanish = textsOf(content, 'es');
        textsOf(content, 'en').forEach((text, index) => {
          assert.deepEqual(digits(spanish[index]!), digits(text));
          assert.notEqual(spanish[index], text);
        });
      });
    }
  });
}
