import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import globals from 'globals';
import typescript from 'typescript-eslint';
import { importArrows } from './lint/import-arrows.ts';
import { noDecorators, noDefaultExports, noRawMarkup } from './lint/restricted-syntax.ts';
import { workspaceRoot } from './workspace.ts';

const tests = [
  '**/*.test.ts',
  'packages/*/src/testing/**',
  'demo/test/**',
  'demo/frameworks/test/**',
];
const seen = ['packages/elements/**/*.ts', 'packages/embed/**/*.ts'];

/** The lint rules of the whole workspace; patterns are relative to its root, where `pnpm lint` runs. */
export default defineConfig([
  globalIgnores(['**/dist/', '**/coverage/', 'docs/.vitepress/cache/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
  },
  {
    files: ['docs/endpoints/samples/*.gs'],
    languageOptions: {
      sourceType: 'script',
      globals: {
        ContentService: 'readonly',
        LockService: 'readonly',
        SpreadsheetApp: 'readonly',
      },
    },
    // Google calls it.
    rules: { 'no-unused-vars': ['error', { varsIgnorePattern: '^doPost$' }] },
  },
  { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs', globals: globals.node } },
  {
    files: ['**/*.ts'],
    extends: [typescript.configs.recommended],
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/no-empty-function': 'off',
    },
  },
  {
    // With types; every source file must be in one of its package's projects.
    files: ['packages/*/src/**/*.ts'],
    languageOptions: {
      parserOptions: { project: ['packages/*/tsconfig*.json'], tsconfigRootDir: workspaceRoot },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', package: 'node:test', name: ['test', 'it', 'describe', 'suite'] },
          ],
        },
      ],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: seen,
    extends: [
      lit.configs['flat/all'],
      wc.configs['flat/best-practice'],
      litA11y.configs.recommended,
    ],
    rules: {
      // A form listens for clicks on its buttons, which keys press too; tests use real keys.
      'lit-a11y/click-events-have-key-events': 'off',
      // Short loops and handlers read best in place, and radio buttons have a value attribute.
      'lit/no-template-map': 'off',
      'lit/no-template-arrow': 'off',
      'lit/no-value-attribute': 'off',
    },
  },

  {
    files: ['**/*.{ts,js}'],
    plugins: { 'pro-kid': { rules: { 'import-arrows': importArrows } } },
    rules: { 'pro-kid/import-arrows': 'error' },
  },
  {
    files: ['packages/*/src/**/*.{ts,js}', 'demo/**/*.{ts,js}'],
    rules: { 'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ['packages/*/src/**/*.ts', 'demo/**/*.ts'],
    ignores: tests,
    rules: {
      'no-throw-literal': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: '^lit(-html)?/directives/unsafe-', message: 'Texts are never markup.' },
          ],
        },
      ],
      'no-restricted-syntax': ['error', ...noRawMarkup, ...noDecorators],
    },
  },
  {
    files: ['packages/*/src/**/*.ts'],
    ignores: tests,
    rules: {
      'no-restricted-syntax': ['error', ...noRawMarkup, ...noDecorators, ...noDefaultExports],
    },
  },
  {
    // A framework's own types are added to by declaring its namespaces and interfaces once more.
    files: ['packages/elements/src/frameworks/*.ts'],
    rules: {
      '@typescript-eslint/no-namespace': 'off',
      '@typescript-eslint/no-empty-object-type': 'off',
    },
  },
  {
    // Its own compiler knows decorators.
    files: ['demo/frameworks/angular/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...noRawMarkup] },
  },
  {
    files: ['packages/{contract,client,elements,embed}/src/**/*.ts'],
    ignores: tests,
    rules: { 'no-console': 'error' },
  },
  {
    // The places that speak to integrators.
    files: [
      'packages/elements/src/**/warn*.ts',
      'packages/embed/src/loader.ts',
      'packages/embed/src/frame/warn.ts',
    ],
    rules: { 'no-console': ['error', { allow: ['warn', 'error'] }] },
  },
  {
    // The doctor's own line, which is no warning.
    files: ['packages/elements/src/doctor/console-line.ts'],
    rules: { 'no-console': ['error', { allow: ['groupCollapsed', 'groupEnd'] }] },
  },
]);
