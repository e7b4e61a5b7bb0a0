import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { FixedClock, SystemClock } from '@stanch/kernel';
import { Configuration } from '@stanch/platform';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import { DemoBuilder } from './build-demo.js';

/**
 * Makes the demo company in its own database, unless it is there already. Takes some seconds; until it is whole it lies
 * under another name, so that one which was broken off is never shown.
 */
export async function prepareDemo(environment: Record<string, string | undefined>): Promise<void> {
  const { databaseFile } = new Configuration(environment, true);
  if (existsSync(databaseFile)) return;
  const unfinished = join(dirname(databaseFile), `demo-in-the-making-${process.pid}.db`);
  removeDatabase(unfinished);
  try {
    await buildDemo(new Configuration({ ...environment, DATABASE_URL: `sqlite:${unfinished}`, SMTP_URL: '' }));
    renameSync(unfinished, databaseFile);
  } finally {
    removeDatabase(unfinished);
  }
}

async function buildDemo(configuration: Configuration): Promise<void> {
  const today = new SystemClock().now();
  const clock = new FixedClock(today);
  const stanch = await NestFactory.createApplicationContext(
    AppModule.forRoot(configuration, { show: () => Promise.resolve() }, clock),
    { logger: false, abortOnError: false },
  );
  try {
    await new DemoBuilder(stanch, clock, today).run();
  } finally {
    await stanch.close();
  }
}

function removeDatabase(file: string): void {
  for (const ending of ['', '-wal', '-shm']) rmSync(`${file}${ending}`, { force: true });
}
