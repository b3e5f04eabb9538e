import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { check, receipt } from '@pro-kid/contract';
import { invalidSubmissions, validSubmissions } from '@pro-kid/contract/testing';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { createReceiver } from '../testing/receiver.ts';
import { openApiDocument } from './document.ts';

interface Media {
  schema: object;
  example?: unknown;
  examples?: Record<string, { value: unknown }>;
}
interface Operation {
  requestBody?: { content: Record<string, Media> };
  responses: Record<string, { content: Record<string, Media> }>;
}
interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: object;
}

const read = async () => {
  const receiver = await createReceiver();
  const response = await receiver.app.request('/openapi.json');
  assert.equal(response.status, 200);
  return { ...receiver, response, document: (await response.json()) as Document };
};

/** Tells whether a value is of a schema that stands in the document. */
function compile({ components }: Document, schema: object) {
  const ajv = formats.default(new Ajv2020({ strict: false, allErrors: true }));
  const validate = ajv.compile({ ...schema, components });
  return (value: unknown) => (validate(value) ? [] : (validate.errors ?? []));
}

const examplesOf = ({ example, examples = {} }: Media): [string, unknown][] => [
  ...(example === undefined ? [] : ([['example', example]] as [string, unknown][])),
  ...Object.entries(examples).map(([name, { value }]): [string, unknown] => [name, value]),
];

describe('the OpenAPI document', () => {
  it('is one, and may be kept for an hour', async () => {
    const { response, document } = await read();
    assert.equal(response.headers.get('content-type'), 'application/json');
    assert.equal(response.headers.get('cache-control'), 'public, max-age=3600');
    const validator = new Validator();
    const { valid, errors } = await validator.validate(document as never);
    assert.deepEqual(errors, undefined);
    assert.ok(valid);
    assert.equal(validator.version, '3.1');
    assert.deepEqual(document, JSON.parse(JSON.stringify(openApiDocument())));
  });

  it('has every address', async () => {
    const { app, document } = await read();
    const served = app.routes
      .filter(({ method }) => method === 'GET' || method === 'POST')
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/, '{$1}')}`);
    const described = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    assert.deepEqual(described.toSorted(), [...new Set(served)].toSorted());
  });

  it('has examples that are what their schemas say', async () => {
    const { document } = await read();
    let checked = 0;
    for (const operation of Object.values(document.paths).flatMap(Object.values<Operation>)) {
      const bodies = [operation.requestBody, ...Object.values(operation.responses)];
      for (const media of bodies.flatMap((body) => Object.values(body?.content ?? {}))) {
        for (const [name, value] of examplesOf(media)) {
          assert.deepEqual(compile(document, media.schema)(value), [], name);
          checked++;
        }
      }
    }
    assert.ok(checked > 15, String(checked));
  });

  it('has examples that the receiver takes, and answers as it says', async () => {
    const { document, post, rows } = await read();
    const { requestBody, responses } = document.paths['/submissions']!['post']!;
    const examples = examplesOf(requestBody!.content['application/json']!);
    assert.equal(examples.length, 3);
    const isReceipt = compile(document, responses['201']!.content['application/json']!.schema);
    for (const [name, value] of examples) {
      const response = await post(JSON.stringify(value));
      assert.equal(response.status, 201, name);
      const body: unknown = await response.json();
      assert.deepEqual(isReceipt(body), [], name);
      assert.ok(check(receipt, body).valid);
    }
    assert.equal(rows().length, 3);
  });

  it('describes the problems that there are', async () => {
    const { app, document, post } = await read();
    const isProblem = (operation: Operation, response: Response, body: unknown) => {
      const { schema, examples } =
        operation.responses[response.status]!.content['application/problem+json']!;
      assert.deepEqual(compile(document, schema)(body), []);
      const { type } = body as { type: string };
      assert.ok(Object.hasOwn(examples!, type.replace('/problems/', '')), type);
    };
    const submit = document.paths['/submissions']!['post']!;
    for (const body of ['{', JSON.stringify({}), ' '.repeat(65_537)]) {
      const response = await post(body);
      isProblem(submit, response, await response.json());
    }
    const response = await app.request('/counts?by=partner');
    isProblem(document.paths['/counts']!['get']!, response, await response.json());
  });

  it('takes every valid submission, and says of most others what is wrong', async () => {
    const { document } = await read();
    const faultsOf = compile(document, { $ref: '#/components/schemas/Submission' });
    for (const [title, value] of Object.entries(validSubmissions)) {
      assert.deepEqual(faultsOf(JSON.parse(JSON.stringify(value))), [], title);
    }
    const refused = Object.entries(invalidSubmissions)
      .filter(([, { body }]) => faultsOf(JSON.parse(JSON.stringify(body))).length > 0)
      .map(([title]) => title);
    for (const title of [
      'no e-mail address',
      'an organization nobody may speak for',
      'a member of no known kind',
      'an id that is no UUID',
    ]) {
      assert.ok(refused.includes(title), title);
    }
  });
});
