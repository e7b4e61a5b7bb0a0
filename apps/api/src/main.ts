import 'reflect-metadata';
import { Configuration, readEnvironment } from '@stanch/platform';
import type { INestApplication } from '@nestjs/common';
import { prepareDemo } from './demo/prepare-demo.js';
import { explainFailure } from './explain-failure.js';
import { startStanch } from './start-stanch.js';

const environment = readEnvironment();
let house: INestApplication | undefined;

async function show(what: 'demo' | 'own'): Promise<void> {
  await house?.close();
  const configuration = new Configuration(environment, what === 'demo');
  if (configuration.demo) await prepareDemo(configuration);
  house = await startStanch(configuration, { show });
  const { port } = (house.getHttpServer() as { address(): { port: number } }).address();
  const url = configuration.port === 0 ? `http://${configuration.host}:${port}` : configuration.publicUrl;
  process.stdout.write(`Stanch is ready at ${url}${configuration.demo ? ' (demo company)' : ''}\n`);
}

try {
  await show(process.argv.includes('--demo') ? 'demo' : 'own');
} catch (error) {
  process.stderr.write(`${explainFailure(error)}\n`);
  process.exit(1);
}
