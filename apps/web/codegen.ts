import type { CodegenConfig } from '@graphql-codegen/cli';

/** Types of every operation in the web app. The documents stand beside what uses them. */
const config: CodegenConfig = {
  schema: ['apps/api/schema.graphql', 'directive @nonreactive on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT'],
  documents: ['apps/web/src/**/*.{ts,tsx}', '!apps/web/src/graphql/generated/**'],
  generates: {
    'apps/web/src/graphql/generated/types.ts': {
      plugins: ['typescript-operations'],
      config: {
        scalars: { DateTime: 'string', Date: 'string', ID: 'string' },
        strictScalars: true,
        enumType: 'string-literal',
        enumsAsTypes: true,
        nonOptionalTypename: true,
        skipTypeNameForRoot: true,
        avoidOptionals: false,
        useTypeImports: true,
        dedupeFragments: true,
      },
    },
  },
};

export default config;
