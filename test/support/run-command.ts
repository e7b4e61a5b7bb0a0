import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { COMPILE_CACHE } from './server-process.js';

export interface Ended {
  code: number | null;
  output: string;
  errors: string;
}

/** Runs a built program of ours to its end. */
export async function runBuilt(
  program: 'main.js' | 'operator/stanch.js',
  args: readonly string[],
  environment: Record<string, string>,
  { cwd = process.cwd(), input = '', withinMs = 20_000 } = {},
): Promise<Ended> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, ['--enable-source-maps', resolve('dist/apps/api/src', program), ...args], {
      cwd,
      env: { PATH: process.env['PATH'], ...COMPILE_CACHE, ...environment },
    });
    const late = setTimeout(() => {
      child.kill('SIGKILL');
      failed(new Error(`${program} ${args.join(' ')} did not end within ${withinMs} ms: ${output}${errors}`));
    }, withinMs);
    let output = '';
    let errors = '';
    child.stdout.on('data', (text: Buffer) => (output += text.toString()));
    child.stderr.on('data', (text: Buffer) => (errors += text.toString()));
    child.on('error', failed);
    child.on('close', (code) => {
      clearTimeout(late);
      done({ code, output, errors });
    });
    child.stdin.end(input);
  });
}
