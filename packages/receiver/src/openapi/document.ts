import { countsExample, receiptExample, submissionExamples } from './examples.ts';
import { jsonAnswer, problemAnswers } from './answers.ts';
import { componentSchemas, refTo } from './schemas.ts';

let made: object | undefined;

/** The addresses of the receiver as an OpenAPI 3.1 document, made when somebody first asks for it. */
export const openApiDocument = (): object => (made ??= makeDocument());

const makeDocument = () => ({
  openapi: '3.1.0',
  info: {
    title: 'Pro-Kid receiver',
    version: '1',
    description: 'Takes submissions of Pro-Kid widgets, and says how many there are.',
    license: { name: 'MIT', identifier: 'MIT' },
  },
  // Where this document is, also below a path.
  servers: [{ url: '.' }],
  paths: {
    '/submissions': { post: submit },
    '/counts': { get: count },
    '/health': { get: health },
    '/ready': { get: ready },
    '/problems/{code}': { get: explain },
    '/openapi.json': { get: describe },
  },
  components: { schemas: componentSchemas() },
});

const submit = {
  operationId: 'submit',
  summary: 'Keeps a submission, once however often it is sent with the same id.',
  parameters: [
    {
      name: 'Idempotency-Key',
      in: 'header',
      description: 'The id of the submission again, quoted or not. It is not needed.',
      schema: { type: 'string', maxLength: 255 },
    },
  ],
  requestBody: {
    required: true,
    description:
      'At most 65,536 bytes in UTF-8. Texts are trimmed and brought to Unicode NFC. Some rules are beyond a JSON Schema: the lengths of texts, which addresses are e-mail addresses, and what a type of submission needs. A breach is answered with `validation`.',
    content: {
      'application/json': {
        schema: { $ref: refTo('Submission') },
        examples: Object.fromEntries(
          Object.entries(submissionExamples).map(([name, value]) => [name, { value }]),
        ),
      },
    },
  },
  responses: {
    201: jsonAnswer('It is on disk.', 'Receipt', receiptExample),
    ...problemAnswers([
      'malformed-json',
      'idempotency-key',
      'origin',
      'campaign-closed',
      'campaign-not-open',
      'too-large',
      'media-type',
      'validation',
      'id-reused',
      'server',
      'busy',
      'unavailable',
    ]),
  },
};

const count = {
  operationId: 'count',
  summary: 'How many joined, or signed a campaign.',
  parameters: [
    {
      name: 'campaign',
      in: 'query',
      description: 'The id of a campaign. Without it, those who joined.',
      schema: { type: 'string', minLength: 1, maxLength: 255 },
      example: 'a-sample-pledge',
    },
    {
      name: 'by',
      in: 'query',
      description: 'Also through which partners: those with the most signatures.',
      schema: { enum: ['partner'] },
    },
  ],
  responses: {
    200: jsonAnswer('The counts. They may be cached for 5 seconds.', 'Counts', countsExample),
    ...problemAnswers(['parameters', 'server', 'unavailable']),
  },
};

const statusAnswer = (description: string, states: readonly string[]) => ({
  description,
  content: {
    'application/json': {
      schema: {
        type: 'object',
        properties: { status: { enum: states } },
        required: ['status'],
      },
    },
  },
});

const health = {
  operationId: 'health',
  summary: 'Whether it can store what it gets.',
  responses: {
    200: statusAnswer('A write to the database succeeded.', ['ok']),
    ...problemAnswers(['unavailable']),
  },
};

const ready = {
  operationId: 'ready',
  summary: 'Whether requests should be sent here.',
  responses: {
    200: statusAnswer('They should.', ['ready']),
    503: statusAnswer('It starts, or ends.', ['starting', 'draining']),
  },
};

const explain = {
  operationId: 'explain',
  summary: 'What a problem means and what to do.',
  parameters: [
    {
      name: 'code',
      in: 'path',
      required: true,
      schema: { type: 'string' },
      example: 'validation',
    },
  ],
  responses: {
    200: {
      description: 'Plain text.',
      content: { 'text/plain': { schema: { type: 'string' } } },
    },
    ...problemAnswers(['not-found']),
  },
};

const describe = {
  operationId: 'describe',
  summary: 'This document.',
  responses: {
    200: {
      description: 'An OpenAPI 3.1 document.',
      content: { 'application/json': { schema: { type: 'object' } } },
    },
  },
};
