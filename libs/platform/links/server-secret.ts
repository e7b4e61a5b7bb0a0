import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Configuration, ConfigurationError } from '../configuration/configuration.js';

const FILE = 'session-secret';

/** A secret that can be guessed would let anybody in; a file that a full disk cut short is such a one. */
const SHORTEST = 32;

/** The secret that signs session cookies and links: the configured one, or one made once and kept beside the database. */
export function serverSecret(configuration: Configuration): string {
  if (configuration.sessionSecret !== undefined) return configuration.sessionSecret;
  const file = join(configuration.dataFolder, FILE);
  try {
    // "wx" fails when the file exists, so two processes that start at once end up with the same secret.
    writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const kept = readFileSync(file, 'utf8').trim();
  if (kept.length >= SHORTEST) return kept;
  throw new ConfigurationError(
    `The file ${file} is damaged. Delete it: a new one is made, and everybody signs in once more.`,
  );
}
