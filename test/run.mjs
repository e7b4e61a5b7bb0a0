// `npm test`: sets everything up in a fresh clone and runs everything, quick things first. Plain Node 20, no dependencies.
//   npm test                 all of it
//   npm test -- lint api     only these steps
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, codegen, install, root, runtime } from '../apps/api/launch/ready.mjs';

const results = mkdtempSync(join(tmpdir(), 'stanch-test-'));
const outcomes = [];

/** What only reads: one tool after the other. All such steps run side by side, before the rest. */
const reads = (name, says, ...tools) => ({ name, says, aside: () => inTurn(tools) });
const check = (name, says, work) => ({ name, says, work: () => counted(work() === 0) });
const specs = (name, says, ...patterns) => ({ name, says, work: () => jest(name, patterns) });

const steps = [
  reads('format', 'the format of all files', ['prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']),
  reads('lint', 'the rules of ESLint', ['eslint/bin/eslint.js', '--config', 'test/architecture/eslint.config.js', '.']),
  reads('types', 'the types of the server and the tests', ['typescript/bin/tsc', '-p', 'tsconfig.json']),
  reads(
    'web-types',
    'the types of the web app',
    // The service worker lives in another world than the page: it has no document.
    ...['apps/web/tsconfig.json', 'apps/web/worker/tsconfig.json'].map((project) => [
      'typescript/bin/tsc',
      '-p',
      project,
      '--noEmit',
    ]),
  ),
  reads('unused', 'that no file, export or dependency is unused', ['knip/bin/knip.js', '--no-progress']),
  specs('architecture', 'the directions of imports', 'test/architecture/'),
  specs('unit', 'the parts one by one', 'libs/', 'apps/'),
  check('build', 'that server and web app build', () => {
    build();
    return 0;
  }),
  check('schema', 'that the committed schema is the one of the code', () =>
    script('dist/apps/api/src/emit-schema.js', '--check'),
  ),
  specs('api', 'the API over HTTP on SQLite', 'test/api/'),
  specs('mail', 'mail through a real SMTP conversation', 'test/mail/'),
  specs('attacks', 'what an attacker would try', 'test/attacks/'),
  specs('browser', 'the web app in Chromium', 'test/browser/'),
  specs('faults', 'kills, crowds and cuts', 'test/faults/'),
];

async function inTurn(tools) {
  let told = '';
  let good = true;
  for (const [path, ...args] of tools) {
    const { code, output } = await ended(spawn(runtime, [join(root, 'node_modules', path), ...args], { cwd: root }));
    told += output;
    good &&= code === 0;
  }
  return { ...counted(good), told };
}

function ended(child) {
  return new Promise((resolve) => {
    const output = [];
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    child.on('error', ({ message }) => resolve({ code: 1, output: `${message}\n` }));
    child.on('close', (code) => resolve({ code, output: Buffer.concat(output).toString() }));
  });
}

function script(...args) {
  return spawnSync(runtime, args, { cwd: root, stdio: 'inherit' }).status ?? 1;
}

function jest(name, patterns) {
  const top = root.replace(/[\\/]/g, '/').replace(/[.*+?^${}()|[\]]/g, '\\$&');
  const file = join(results, `${name}.json`);
  // Kills and crowds run alone; the rest takes every core, since it mostly waits for servers and browsers.
  const workers = name === 'faults' ? '--runInBand' : '--maxWorkers=100%';
  spawnSync(
    runtime,
    [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      join(root, 'node_modules/jest/bin/jest.js'),
      '--json',
      `--outputFile=${file}`,
      workers,
      '--testPathPatterns',
      ...patterns.map((pattern) => `^${top}/${pattern}`),
    ],
    // The JSON goes to the file; what Jest tells people goes to the error output.
    { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  if (!existsSync(file)) return counted(false);
  const told = JSON.parse(readFileSync(file, 'utf8'));
  if (told.numTotalTests === 0) return counted(false);
  return {
    passed: told.numPassedTests,
    failed: told.numFailedTests + told.numRuntimeErrorTestSuites,
    skipped: told.numPendingTests + told.numTodoTests,
  };
}

function counted(good) {
  return { passed: good ? 1 : 0, failed: good ? 0 : 1, skipped: 0 };
}

async function main() {
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) {
    console.error(
      `There is no step ${unknown.join(', ')}. The steps are: ${steps.map(({ name }) => name).join(', ')}.`,
    );
    process.exit(1);
  }
  const chosen = steps.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  install();
  if (chosen.some(({ name }) => name === 'browser')) {
    const { getChromium } = await import('./support/chromium.mjs');
    process.env.STANCH_CHROMIUM = await getChromium(runtime, root);
    if (!process.env.STANCH_CHROMIUM || process.env.STANCH_CHROMIUM === 'undefined') {
      console.error(
        'No Chromium could be found or installed; the browser tests need one. Set STANCH_CHROMIUM to its path.',
      );
      outcomes.push({ name: 'chromium', passed: 0, failed: 1, skipped: 0, seconds: 0 });
    }
  }
  const aside = chosen.filter((step) => step.aside);
  // Lint asks for types, and those of the operations of the web app are made, not committed.
  if (aside.length > 0) codegen();
  await Promise.all(aside.map((step) => play(step, step.aside)));
  for (const step of chosen.filter(({ work }) => work)) await play(step, step.work);
  summary();
}

async function play({ name, says, aside }, work) {
  const heading = `\n--- ${name}: ${says}`;
  if (!aside) console.log(heading);
  const from = Date.now();
  const { told, ...outcome } = await work();
  const seconds = (Date.now() - from) / 1000;
  outcomes.push({ name, ...outcome, seconds });
  // What ran beside others is told in one piece, when it has ended.
  if (aside) console.log(`${heading}\n${told}`.trimEnd());
  console.log(`--- ${name}: ${outcome.failed === 0 ? 'good' : 'FAILED'} after ${seconds.toFixed(1)} s`);
}

function summary() {
  rmSync(results, { recursive: true, force: true });
  console.log('\nWhat was run:');
  for (const { name, passed, failed, skipped, seconds } of outcomes) {
    const more = skipped > 0 ? `, ${skipped} skipped` : '';
    console.log(
      `  ${failed > 0 ? 'FAILED' : 'good  '} ${name.padEnd(13)} ${passed} passed, ${failed} failed${more} (${seconds.toFixed(1)} s)`,
    );
  }
  const sum = (key) => outcomes.reduce((total, outcome) => total + outcome[key], 0);
  process.exitCode = sum('failed') > 0 || sum('skipped') > 0 ? 1 : 0;
  if (sum('skipped') > 0)
    console.log(`${sum('skipped')} tests were skipped, which counts as a failure: run them or remove them.`);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
}

await main();
