import { defineConfig } from 'eslint/config';
import typescript from 'typescript-eslint';

/** What TypeScript itself does not see: promises that nobody waits for, conditions that cannot be, names of the house. */
export default defineConfig(
  { ignores: ['node_modules/', 'dist/', 'data/', 'apps/web/src/graphql/generated/'] },
  // Compiled from the MJML layout beside it.
  { ignores: ['libs/notifications/email/layout.html.ts'] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  {
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
      'max-lines': ['error', { max: 400 }],
      'prefer-const': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ClassDeclaration[id.name=/^(?!(Add|Find|Read|Remove|Update)Service$).+Service$/]',
          message: '"Service" is a word of the domain: name a use case by its verb, a helper by what it keeps.',
        },
      ],
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [typescript.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['tsconfig.json', 'apps/web/tsconfig.json', 'apps/web/worker/tsconfig.json'],
        tsconfigRootDir: process.cwd(),
      },
    },
    rules: {
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      // Nest's modules are classes that only carry a decorator.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      // A loader gives what it has at once and the rest later; all of it is waited for.
      '@typescript-eslint/await-thenable': 'off',
      // What a driver or a schema is trusted to give is said and converted where it comes in, needed today or not.
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      '@typescript-eslint/no-unnecessary-type-conversion': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A method that keeps an asynchronous promise of its interface need not wait for anything.
      '@typescript-eslint/require-await': 'off',
      // With TypeScript's own checks on, a "needless" condition is mostly a guard against data from outside.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Resolvers answer with plain objects of the shape that a GraphQL type names.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // What a transaction hands out is made to be taken apart: `({ em, record })`.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
    },
  },
  {
    // Answers and expectations of tests are of any type; that they hold is what the test says.
    files: ['**/*.spec.ts', '**/*.spec.tsx', 'test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  // These talk to a person at a terminal.
  {
    files: [
      'apps/api/launch/**',
      'apps/api/src/operator/**',
      'test/run.mjs',
      'test/bench/**',
      'test/support/chromium.mjs',
    ],
    rules: { 'no-console': 'off' },
  },
);
