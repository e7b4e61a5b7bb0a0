import { Configuration, readEnvironment } from '@stanch/platform';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';

/**
 * Does some work with all of Stanch but the port and the deliveries: events and mails that it gives rise to are stored
 * with it, and the server sends them, now or when it starts next.
 */
export async function withStanch<Result>(work: (stanch: INestApplicationContext) => Promise<Result>): Promise<Result> {
  const delivers = false;
  const configuration = new Configuration({ LOG_LEVEL: 'warn', ...readEnvironment() }, false, delivers);
  const stanch = await NestFactory.createApplicationContext(
    AppModule.forRoot(configuration, { show: () => Promise.resolve() }),
    {
      logger: ['error', 'fatal'],
      abortOnError: false,
    },
  );
  try {
    return await work(stanch);
  } finally {
    await stanch.close();
  }
}
