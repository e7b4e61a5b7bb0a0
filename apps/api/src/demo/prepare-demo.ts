import { FixedClock, SystemClock } from '@stanch/kernel';
import { WorkspaceSettings } from '@stanch/people';
import type { Configuration } from '@stanch/platform';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import { DemoBuilder } from './build-demo.js';

/** Makes the demo company in its own database, unless it is there already. Takes some seconds. */
export async function prepareDemo(configuration: Configuration): Promise<void> {
  const today = new SystemClock().now();
  const clock = new FixedClock(today);
  const stanch = await NestFactory.createApplicationContext(
    AppModule.forRoot(configuration, { show: () => Promise.resolve() }, clock),
    { logger: ['error', 'fatal'], abortOnError: false },
  );
  try {
    if ((await stanch.get(WorkspaceSettings).find()) === null) await new DemoBuilder(stanch, clock, today).run();
  } finally {
    await stanch.close();
  }
}
