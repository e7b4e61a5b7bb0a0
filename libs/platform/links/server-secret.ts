import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type Configuration, ConfigurationError } from '../configuration/configuration.js';
import { keptFile } from '../configuration/kept-file.js';

const FILE = 'session-secret';

/** A secret that can be guessed would let anybody in; a file that a full disk cut short is such a one. */
const SHORTEST = 32;

/** The secret that signs session cookies and links: the configured one, or one made once and kept beside the database. */
export function serverSecret(configuration: Configuration): string {
  if (configuration.sessionSecret !== undefined) return configuration.sessionSecret;
  const kept = keptFile(configuration, FILE, () => randomBytes(32).toString('base64url'));
  if (kept.length >= SHORTEST) return kept;
  const file = join(configuration.dataFolder, FILE);
  throw new ConfigurationError(
    `The file ${file} is damaged. Delete it: a new one is made, and everybody signs in once more.`,
  );
}
