import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { before, describe, test } from 'node:test';
import { ESLint } from 'eslint';
import { workspaceRoot } from './workspace.ts';

let eslint: ESLint;
before(() => {
  eslint = new ESLint({
    cwd: workspaceRoot,
    overrideConfigFile: resolve(import.meta.dirname, 'eslint.config.js'),
    // The seeded files are in no TypeScript project.
    ruleFilter: ({ ruleId }) => !needsTypes.has(ruleId),
    overrideConfig: { languageOptions: { parserOptions: { project: null } } },
  });
});
const needsTypes = new Set(
  [
    'no-floating-promises',
    'no-misused-promises',
    'no-unnecessary-type-assertion',
    'switch-exhaustiveness-check',
  ].map((rule) => `@typescript-eslint/${rule}`),
);

async function faults(path: string, source: string): Promise<string[]> {
  const [result] = await eslint.lintText(source, { filePath: path });
  assert.ok(result, `${path} is not linted`);
  return result.messages.map(({ ruleId, message }) => ruleId ?? message);
}

const arrow = 'pro-kid/import-arrows';
const forms: Record<string, (specifier: string) => string> = {
  import: (specifier) => `import * as it from '${specifier}';\nit.use();\n`,
  'import for its effect': (specifier) => `import '${specifier}';\n`,
  'import of types': (specifier) =>
    `import type { It } from '${specifier}';\nexport type X = It;\n`,
  'export from': (specifier) => `export { it } from '${specifier}';\n`,
  'export all': (specifier) => `export * from '${specifier}';\n`,
  'dynamic import': (specifier) => `export const it = () => import('${specifier}');\n`,
  'type import()': (specifier) => `export type It = import('${specifier}').It;\n`,
};

const allowed: Record<string, string[]> = {
  'packages/contract/src/a.ts': ['./b.ts', 'zod', 'zod/mini', 'jsonc-parser'],
  'packages/contract/src/command/a.ts': ['node:fs', '../check-file/index.ts', '@pro-kid/contract'],
  'packages/contract/src/testing/a.ts': ['../b.ts', '@pro-kid/contract'],
  'packages/contract/src/a.test.ts': ['node:test', '@pro-kid/tooling/free-port'],
  'packages/client/src/formats/a.ts': ['../deliver.ts', '@pro-kid/contract'],
  'packages/client/src/a.test.ts': ['node:test', '@pro-kid/contract/testing'],
  'packages/content/src/a.test.ts': ['node:test', '@pro-kid/contract'],
  'packages/elements/src/join/a.ts': [
    'lit',
    'lit/directives/live.js',
    '@pro-kid/client',
    '@pro-kid/contract',
    '../form/fields.ts',
  ],
  'packages/elements/src/join/a.test.ts': ['@open-wc/testing', '@pro-kid/contract/testing'],
  'packages/embed/src/a.ts': ['@pro-kid/elements/define/join.js', '@pro-kid/content/a.json'],
  'packages/embed/build.ts': ['node:path', 'vite', '@pro-kid/tooling/browser'],
  'packages/receiver/src/a.ts': ['node:http', 'hono', '@pro-kid/contract', '@pro-kid/client'],
  'packages/receiver/src/testing/a.ts': ['@pro-kid/tooling/free-port'],
  'packages/tooling/src/a.ts': ['node:fs', 'vite', './b.ts'],
  'demo/src/a.ts': ['@pro-kid/elements/join.js', './b.ts'],
  'demo/server/a.ts': ['@pro-kid/receiver', 'node:fs', '@pro-kid/tooling/free-port'],
  'demo/test/a.test.ts': ['@pro-kid/tooling/browser', '../server/a.ts'],
  'demo/frameworks/test/a.test.ts': ['@pro-kid/tooling/pack', '../../server/a.ts'],
};

const forbidden: Record<string, string[]> = {
  'packages/contract/src/a.ts': [
    '@pro-kid/client',
    '@pro-kid/elements/join.js',
    'lit',
    'node:fs',
    'fs',
    'zodiac',
    '../../client/src/index.ts',
    '@pro-kid/contract/testing',
  ],
  'packages/contract/src/testing/a.ts': ['node:fs', '@pro-kid/tooling/browser'],
  'packages/contract/src/check-file/a.ts': ['node:util', 'ajv'],
  'packages/contract/src/command/a.ts': ['@pro-kid/client', 'hono'],
  'packages/client/src/a.ts': ['zod', 'zod/mini', 'lit', '@pro-kid/elements/join.js', 'node:util'],
  'packages/client/src/a.test.ts': ['@pro-kid/elements/join.js', '@pro-kid/receiver'],
  'packages/content/src/a.ts': ['@pro-kid/contract', 'zod'],
  'packages/elements/src/join/a.ts': [
    '@pro-kid/embed/loader.js',
    '@pro-kid/content/a.json',
    '@pro-kid/receiver',
    '@pro-kid/contract/src/member.ts',
    '@pro-kid/client/dist/index.js',
    '@pro-kid/tooling/browser',
    'zod/mini',
    '@open-wc/testing',
    '../../../client/src/index.ts',
  ],
  'packages/embed/src/a.ts': ['@pro-kid/client', '@pro-kid/contract', 'lit', 'zod', 'vite'],
  'packages/embed/build.ts': ['../tooling/src/workspace.ts', '@pro-kid/elements/src/version.ts'],
  'packages/receiver/src/a.ts': ['@pro-kid/elements/join.js', '@pro-kid/tooling'],
  'packages/tooling/src/a.ts': ['@pro-kid/contract', '../../contract/src/index.ts'],
  'demo/src/a.ts': [
    '../../packages/elements/src/join/join-element.ts',
    '@pro-kid/elements/src/join/join-element.ts',
    '@pro-kid/embed/dist/loader.js',
    '@pro-kid/tooling/browser',
  ],
  'demo/test/a.test.ts': ['../../packages/receiver/src/app.ts', '@pro-kid/receiver/src/app.ts'],
  'docs/a.ts': ['../packages/contract/src/index.ts', '@pro-kid/tooling/browser'],
};

describe('arrows', () => {
  for (const [path, specifiers] of Object.entries(allowed)) {
    test(`${path} may import ${specifiers.join(', ')}`, async () => {
      for (const specifier of specifiers) {
        const found = await faults(path, forms['import']!(specifier));
        assert.deepEqual(found, [], specifier);
      }
    });
  }
  for (const [path, specifiers] of Object.entries(forbidden)) {
    test(`${path} may not import ${specifiers.join(', ')}`, async () => {
      for (const specifier of specifiers) {
        const found = await faults(path, forms['import']!(specifier));
        assert.ok(found.includes(arrow), specifier);
      }
    });
  }
  for (const [form, source] of Object.entries(forms)) {
    test(`an arrow back is found as ${form}`, async () => {
      const found = await faults('packages/contract/src/a.ts', source('@pro-kid/client'));
      assert.ok(found.includes(arrow));
    });
  }
  test('types may come from where code may not', async () => {
    for (const framework of ['react', 'svelte/elements', 'vue']) {
      const path = 'packages/elements/src/frameworks/a.ts';
      assert.deepEqual(await faults(path, forms['import of types']!(framework)), []);
      assert.deepEqual(await faults(path, forms['import']!(framework)), [arrow]);
    }
  });
});

const seeds: [path: string, source: string, rule: string | undefined][] = [
  ['packages/contract/src/a.ts', 'export default 1;\n', 'no-restricted-syntax'],
  ['packages/client/src/a.ts', 'const a = 1;\nexport { a as default };\n', 'no-restricted-syntax'],
  ['packages/tooling/src/a.config.js', 'export default {};\n', undefined],
  ['packages/contract/src/a.ts', "console.log('a');\n", 'no-console'],
  ['packages/elements/src/join/a.ts', "console.warn('a');\n", 'no-console'],
  ['packages/elements/src/diagnostics/warn.ts', "console.warn('a');\n", undefined],
  ['packages/elements/src/diagnostics/warn.ts', "console.log('a');\n", 'no-console'],
  ['packages/receiver/src/a.ts', "console.log('a');\n", undefined],
  ['packages/content/src/a.ts', 'export const a = 1;\n'.repeat(301), 'max-lines'],
  ['packages/receiver/src/a.ts', '// why\n\n'.repeat(301), undefined],
  ['packages/client/src/a.ts', "eval('a');\n", 'no-eval'],
  ['demo/src/a.ts', "document.body.innerHTML = 'a';\n", 'no-restricted-syntax'],
  ['packages/elements/src/a.test.ts', "document.body.innerHTML = 'a';\n", undefined],
  [
    'packages/elements/src/a.ts',
    "import { unsafeHTML } from 'lit/directives/unsafe-html.js';\nunsafeHTML('a');\n",
    'no-restricted-imports',
  ],
  [
    'packages/elements/src/a.ts',
    "import { html } from 'lit';\nexport const a = html`<p .innerHTML=${'a'}></p>`;\n",
    'no-restricted-syntax',
  ],
  [
    'packages/elements/src/a.ts',
    "import { html } from 'lit';\nexport const a = html`<img src='a.png' />`;\n",
    'lit-a11y/alt-text',
  ],
  [
    'packages/embed/src/a.ts',
    "customElements.define('a', class extends HTMLElement {});\n",
    'wc/no-invalid-element-name',
  ],
  [
    'packages/elements/src/a.ts',
    "import { LitElement } from 'lit';\nexport class A extends LitElement {\n  static properties = { a: {} };\n  a = 1;\n}\n",
    'lit/no-classfield-shadowing',
  ],
  ['docs/a.ts', 'var a = 1;\nexport { a };\n', 'no-var'],
];

describe('house rules', () => {
  for (const [path, source, rule] of seeds) {
    const excerpt = source.slice(0, 60).replaceAll('\n', ' ').trim();
    test(`${path}: ${rule ?? 'nothing'} in ${excerpt}`, async () => {
      const found = await faults(path, source);
      if (rule) assert.ok(found.includes(rule), `found only: ${found.join(', ')}`);
      else assert.deepEqual(found, []);
    });
  }
});
