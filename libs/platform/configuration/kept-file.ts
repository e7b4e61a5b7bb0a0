import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Configuration } from './configuration.js';

/** Made anew, never written over, and read by nobody else. */
const OF_ITS_OWNER = { flag: 'wx', mode: 0o600 } as const;

/**
 * What a file beside the database says, readable for its owner alone; made when there is none. It appears whole or not at
 * all, so processes that start at once end up with the same.
 */
export function keptFile({ dataFolder }: Configuration, name: string, make: () => string): string {
  const file = join(dataFolder, name);
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
  const [draft, made] = [`${file}.${randomBytes(6).toString('hex')}`, make()];
  writeFileSync(draft, made, OF_ITS_OWNER);
  try {
    // Unlike a renaming, this fails when another process was first.
    linkSync(draft, file);
  } catch (error) {
    // Some disks, such as a memory stick, know no links.
    if (codeOf(error) !== 'EEXIST') writeFileSync(file, made, OF_ITS_OWNER);
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(file, 'utf8').trim();
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
