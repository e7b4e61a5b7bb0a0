import type { Options } from 'pino-http';
import type { Configuration } from '../configuration/configuration.js';

const INFO = 30;

/** What the framework says at each start about how it put itself together: of interest only when that goes wrong. */
const FRAMEWORK = new Set(['InstanceLoader', 'NestFactory', 'NestApplication', 'RoutesResolver', 'RouterExplorer']);
const isOfFramework = (context: unknown) =>
  typeof context === 'string' && (FRAMEWORK.has(context) || context.startsWith('GraphQL'));

/** How Stanch logs: one line of JSON an event, no line a request, no headers, and the framework only at `debug`. */
export function logOptions({ logLevel }: Configuration): Options {
  return {
    level: logLevel,
    autoLogging: false,
    quietReqLogger: true,
    hooks: {
      logMethod(args, method, level) {
        const [first] = args as [{ context?: unknown }];
        if (level === INFO && isOfFramework(first?.context)) this.debug(...args);
        else method.apply(this, args);
      },
    },
  };
}
