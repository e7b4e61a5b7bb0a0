// `npm run bench`: measures Stanch on this machine, each figure beside a limit measured in the same run.
//   npm run bench                  everything, at 100, 1,000 and 5,000 cards
//   npm run bench -- --cards 100   only this size; several: --cards 100,1000
//   npm run bench -- --no-browser  only the server
//   npm run bench -- --no-import   without the 20,000 rows
//   npm run bench -- --no-plots    without the year of history and its plots
//   npm run bench -- --seconds 1   shorter rounds of moves
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { become, build, install, root, run } from '../../apps/api/launch/ready.mjs';
import { findChromium } from '../support/chromium.mjs';

install();
build(process.argv.includes('--no-browser') ? ['api'] : undefined);
rmSync(join(root, 'dist', 'bench'), { recursive: true, force: true });
const compiled = run('@swc/cli/bin/swc.js', ['test/bench', 'test/support', '--out-dir', 'dist/bench', '--quiet']);
if (compiled.status !== 0) process.exit(1);
const environment = { STANCH_CHROMIUM: (await findChromium()) ?? '' };
become(['--enable-source-maps', 'dist/bench/test/bench/bench.js', ...process.argv.slice(2)], environment);
