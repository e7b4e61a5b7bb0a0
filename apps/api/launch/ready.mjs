// Makes a fresh clone ready to run. Plain JavaScript for Node 20 without dependencies: it runs before the install.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top folder of the checkout. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

const onWindows = process.platform === 'win32';
const lockMark = join(root, 'node_modules', '.stanch-lock');
const buildMark = join(root, 'dist', 'built-from.json');
/** What V8 made of the code is kept here, so that the next start has a quarter less to do. */
const compileCache = join(root, 'dist', 'compile-cache');

/** The pinned Node runtime, which comes as a package. */
export const runtime = join(root, 'node_modules', 'node', 'bin', onWindows ? 'node.exe' : 'node');

/** How the server is run: a small nursery and a bounded heap keep it below 250 MB, and cost no speed. */
export const serverFlags = JSON.parse(readFileSync(new URL('server-flags.json', import.meta.url), 'utf8'));

/** Ends the process with one sentence that says what is wrong and what to do. */
export function giveUp(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** Installs from the lock file when node_modules does not match it, and sees that the pinned runtime is there. */
export function install() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 11)) {
    giveUp(`Stanch needs Node.js 20.11 or newer to start; this is ${process.versions.node}. See https://nodejs.org.`);
  }
  const wanted = digest([join(root, 'package-lock.json'), join(root, '.npmrc')]);
  if (textOf(lockMark) !== wanted) {
    if (!installedMatches()) {
      say('Installing what package-lock.json names. This takes about a minute, once ...');
      npm('ci', '--loglevel=error');
    }
    mkdirSync(dirname(lockMark), { recursive: true });
    writeFileSync(lockMark, wanted);
  }
  if (!runtimeMatches()) {
    // Install scripts are off for all packages (see .npmrc); this one fetches the runtime and is run by name.
    npm('rebuild', 'node', '--ignore-scripts=false', '--loglevel=error');
    if (!runtimeMatches()) {
      giveUp(`The Node.js runtime of Stanch is not at ${runtime}. Delete the folder node_modules and try again.`);
    }
  }
}

/** Builds the server and the web app, or one of them, each only when its sources changed since its last build. */
export function build(names = parts.map(({ name }) => name)) {
  const marks = parsed(textOf(buildMark));
  for (const part of parts) {
    if (!names.includes(part.name) || !part.present()) continue;
    const sources = digest(part.sources.flatMap((path) => filesBelow(join(root, path))));
    if (marks[part.name] === sources && existsSync(join(root, part.result))) continue;
    say(`Building ${part.says} ...`);
    part.make();
    marks[part.name] = sources;
    mkdirSync(dirname(buildMark), { recursive: true });
    writeFileSync(buildMark, JSON.stringify(marks, null, 2));
  }
}

const common = ['package-lock.json', 'apps/api/launch/ready.mjs'];

const parts = [
  {
    name: 'api',
    says: 'the server',
    sources: ['apps/api/src', 'libs', '.swcrc', ...common],
    result: 'dist/apps/api/src/main.js',
    present: () => existsSync(join(root, 'apps/api/src')),
    make() {
      for (const stale of ['apps', 'libs', 'compile-cache'])
        rmSync(join(root, 'dist', stale), { recursive: true, force: true });
      const ignored = ['--ignore', '**/*.spec.ts', '--ignore', '**/*.md'];
      must(run('@swc/cli/bin/swc.js', ['apps/api/src', 'libs', '--out-dir', 'dist', '--quiet', ...ignored]), 'server');
    },
  },
  {
    name: 'web',
    says: 'the web app',
    sources: ['apps/web', 'apps/api/schema.graphql', ...common],
    result: 'dist/web/index.html',
    present: () => existsSync(join(root, 'apps/web/vite.config.ts')),
    make() {
      codegen();
      must(run('vite/bin/vite.js', ['build', 'apps/web', '--logLevel', 'warn']), 'web app');
    },
  },
];

/** Writes the typed documents of the web app from its operations and the committed schema. */
export function codegen() {
  const arguments_ = ['--config', 'apps/web/codegen.ts', '--silent'];
  must(run('@graphql-codegen/cli/cjs/bin.js', arguments_), 'typed GraphQL documents of the web app');
}

/** Runs a tool of node_modules by the pinned runtime and waits for it. */
export function run(tool, args, options = {}) {
  return spawnSync(runtime, [join(root, 'node_modules', tool), ...args], { cwd: root, stdio: 'inherit', ...options });
}

/** Becomes the given program: its output, its signals, its exit code. */
export function become(args, environment = {}) {
  const env = { NODE_COMPILE_CACHE: compileCache, ...process.env, ...environment };
  const child = spawn(runtime, args, { cwd: root, stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // npm passes a signal on to its shell only, and the shell just dies of it: then this process gets another parent.
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 250).unref();
  child.on('error', (error) => giveUp(`The Node.js runtime of Stanch cannot be run: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : code));
  return child;
}

function must(result, what) {
  if (result.error) giveUp(`The ${what} could not be built: ${result.error.message}`);
  if (result.status !== 0) giveUp(`The ${what} could not be built; the reason stands above.`);
}

function npm(...args) {
  // Inside an npm script npm says where it is; that also works where `npm` is a .cmd file.
  const known = process.env.npm_execpath?.endsWith('.js') ? process.env.npm_execpath : undefined;
  const options = { cwd: root, stdio: ['ignore', 2, 2] };
  const result = known
    ? spawnSync(process.execPath, [known, ...args], options)
    : spawnSync('npm', args, { ...options, shell: onWindows });
  if (result.error) giveUp(`npm cannot be run: ${result.error.message}`);
  if (result.signal) giveUp(`\`npm ${args[0]}\` was ended by ${result.signal}. Please start again.`);
  if (result.status !== 0) {
    giveUp(`\`npm ${args[0]}\` failed; the reason stands above. A first start needs the internet, or npm's own cache.`);
  }
}

/** Whether somebody has installed just what the lock file names already, by npm's own account of it. */
function installedMatches() {
  const there = parsed(textOf(join(root, 'node_modules', '.package-lock.json'))).packages;
  if (there === undefined) return false;
  const wanted = Object.entries(parsed(textOf(join(root, 'package-lock.json'))).packages);
  return wanted.every(([path, { version, optional }]) => {
    if (path === '') return true;
    const installed = there[path];
    return installed === undefined ? optional === true : installed.version === version && existsSync(join(root, path));
  });
}

function runtimeMatches() {
  const declared = parsed(textOf(join(root, 'node_modules', 'node', 'package.json'))).version;
  if (declared === undefined || !existsSync(runtime)) return false;
  const { stdout } = spawnSync(runtime, ['--version'], { encoding: 'utf8' });
  return stdout?.trim() === `v${declared}`;
}

/** The files that decide what a build gives: all below a folder but specs and what the build itself writes there. */
function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.includes('.spec.'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((file) => !file.includes(join('graphql', 'generated')));
}

function digest(files) {
  const hash = createHash('sha256');
  for (const file of files.filter((path) => existsSync(path)).sort()) {
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function textOf(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function parsed(text) {
  try {
    return JSON.parse(text ?? '{}');
  } catch {
    return {};
  }
}

function say(sentence) {
  console.error(sentence);
}
