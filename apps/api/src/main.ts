import 'reflect-metadata';
import { Configuration, readEnvironment } from '@stanch/platform';
import { explainFailure } from './explain-failure.js';
import { startStanch } from './start-stanch.js';

try {
  const configuration = new Configuration(readEnvironment(), process.argv.includes('--demo'));
  const app = await startStanch(configuration);
  const address = app.getHttpServer().address() as { port: number };
  const url = configuration.port === 0 ? `http://${configuration.host}:${address.port}` : configuration.publicUrl;
  process.stdout.write(`Stanch is ready at ${url}\n`);
} catch (error) {
  process.stderr.write(`${explainFailure(error)}\n`);
  process.exit(1);
}
