// `npm run dev`: compiles and restarts the server at each change, and serves the web app with hot reload by Vite.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build, codegen, install, root, runtime } from './ready.mjs';

install();
build();
const inModules = (tool) => join(root, 'node_modules', tool);
const always = [
  [
    inModules('@swc/cli/bin/swc.js'),
    'apps/api/src',
    'libs',
    '--out-dir',
    'dist',
    '--ignore',
    '**/*.spec.ts',
    '--watch',
  ],
  [
    '--watch',
    '--watch-path=dist/apps',
    '--watch-path=dist/libs',
    '--enable-source-maps',
    'dist/apps/api/src/main.js',
    ...process.argv.slice(2),
  ],
];
const web = existsSync(join(root, 'apps/web/vite.config.ts'));
if (web) codegen();
const children = [...always, ...(web ? [[inModules('vite/bin/vite.js'), 'apps/web']] : [])].map((args) =>
  spawn(runtime, args, { cwd: root, stdio: 'inherit' }),
);

function end(code) {
  for (const child of children) child.kill();
  process.exit(code);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(0));
for (const child of children) child.on('exit', (code) => end(code ?? 1));
