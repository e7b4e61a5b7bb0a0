import { ServerProcess } from '../support/server-process.js';

/** Runs a server for as long as the work takes; it is ended and its data removed also when the bench is cut short. */
export async function withServer<Result>(work: (server: ServerProcess) => Promise<Result>): Promise<Result> {
  const server = await ServerProcess.start({ MAIL_WINDOW_SECONDS: '', LOG_LEVEL: 'warn' });
  const cutShort = () => void server.stop().then(() => process.exit(1));
  process.once('SIGINT', cutShort).once('SIGTERM', cutShort);
  try {
    return await work(server);
  } finally {
    process.off('SIGINT', cutShort).off('SIGTERM', cutShort);
    await server.stop();
  }
}
