import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Configuration } from '@stanch/platform';

const FILE = 'session-secret';

/** The secret that signs session cookies: the configured one, or one made once and kept beside the database. */
export function sessionSecret(configuration: Configuration): string {
  if (configuration.sessionSecret !== undefined) return configuration.sessionSecret;
  const file = join(configuration.dataFolder, FILE);
  mkdirSync(configuration.dataFolder, { recursive: true });
  try {
    // "wx" fails when the file exists, so two processes that start at once end up with the same secret.
    writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
