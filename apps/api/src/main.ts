import 'reflect-metadata';
import { Configuration, readEnvironment } from '@stanch/platform';
import type { INestApplication } from '@nestjs/common';
import { prepareDemo } from './demo/prepare-demo.js';
import { explainFailure } from './explain-failure.js';
import { startStanch } from './start-stanch.js';

type Shown = 'demo' | 'own';

let house: INestApplication | undefined;
let shown: Shown | undefined;
let changing = Promise.resolve();

/** One change at a time: two people may ask for the demo at once. */
function show(what: Shown): Promise<void> {
  const change = changing.then(() => changeTo(what));
  changing = change.catch(() => undefined);
  return change;
}

async function changeTo(what: Shown): Promise<void> {
  if (what === shown) return;
  // What is open goes on answering while the demo is being made.
  if (what === 'demo') await prepareDemo(readEnvironment());
  await house?.close();
  try {
    await open(what);
  } catch (error) {
    if (shown !== undefined) await open(shown);
    throw error;
  }
}

async function open(what: Shown): Promise<void> {
  const configuration = new Configuration(readEnvironment(), what === 'demo');
  house = await startStanch(configuration, { show });
  shown = what;
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
