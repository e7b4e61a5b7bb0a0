import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Configuration } from './configuration.js';
import { keptFile } from './kept-file.js';

describe('what is made once and kept beside the database', () => {
  let folder: string;
  let configuration: Configuration;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'stanch-kept-'));
    configuration = new Configuration({ DATABASE_URL: `sqlite:${folder}/stanch.db` });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is the same ever after, readable for its owner alone, and leaves nothing else behind', () => {
    expect(keptFile(configuration, 'keys', () => 'first')).toBe('first');
    expect(keptFile(configuration, 'keys', () => 'second')).toBe('first');
    expect(readdirSync(folder)).toEqual(['keys']);
    if (process.platform !== 'win32') expect(statSync(join(folder, 'keys')).mode & 0o777).toBe(0o600);
  });

  it('is what another process made, when that one came first by a moment', () => {
    const beaten = () => {
      writeFileSync(join(folder, 'keys'), 'of the other');
      return 'mine';
    };
    expect(keptFile(configuration, 'keys', beaten)).toBe('of the other');
    expect(readFileSync(join(folder, 'keys'), 'utf8')).toBe('of the other');
    expect(readdirSync(folder)).toEqual(['keys']);
  });
});
