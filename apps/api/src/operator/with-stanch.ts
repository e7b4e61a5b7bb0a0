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
  // Without a mail server nothing is sent from here, nor is a mail taken back that the server is just handing over.
  const environment = { LOG_LEVEL: 'warn', ...readEnvironment(), SMTP_URL: '' };
  const configuration = new Configuration(environment, false, delivers);
  const stanch = await NestFactory.createApplicationContext(
    AppModule.forRoot(configuration, { show: () => Promise.resolve() }),
    // What fails is told in a sentence by whoever asked for it, and not by the framework as well.
    { logger: false, abortOnError: false },
  );
  try {
    return await work(stanch);
  } finally {
    await stanch.close();
  }
}
