import 'reflect-metadata';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Configuration } from '@stanch/platform';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { AppModule } from './app.module.js';

const FILE = 'apps/api/schema.graphql';
const HEADER = '# The public API, emitted from the code by `npm run schema`. Do not edit.\n\n';

// The schema needs every part to be put together, and that needs a database: one that is thrown away.
const folder = mkdtempSync(join(tmpdir(), 'stanch-schema-'));
try {
  const configuration = new Configuration({ DATABASE_URL: `sqlite:${join(folder, 'schema.db')}`, LOG_LEVEL: 'error' });
  const app = await NestFactory.create(AppModule.forRoot(configuration, { show: () => Promise.resolve() }), {
    logger: ['error'],
  });
  await app.init();
  const emitted = HEADER + printSchema(lexicographicSortSchema(app.get(GraphQLSchemaHost).schema)) + '\n';
  await app.close();
  if (process.argv.includes('--check')) {
    if (readFileSync(FILE, 'utf8') !== emitted) {
      process.stderr.write(`${FILE} is not what the code says. Run: npm run schema\n`);
      process.exitCode = 1;
    }
  } else {
    writeFileSync(FILE, emitted);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
