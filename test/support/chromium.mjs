// The browser that the tests drive. Plain JavaScript: `npm test` asks before and without any build.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge'];

const elsewhere = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].flatMap((folder) =>
    folder
      ? [join(folder, 'Google/Chrome/Application/chrome.exe'), join(folder, 'Microsoft/Edge/Application/msedge.exe')]
      : [],
  ),
};

/** The Chromium of this machine, of the environment (STANCH_CHROMIUM) or of Playwright's cache; undefined when none. */
export async function findChromium() {
  const { STANCH_CHROMIUM: named, PATH = '' } = process.env;
  if (named) return existsSync(named) ? named : undefined;
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const onPath = PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name + suffix)));
  const onMachine = [...onPath, ...(elsewhere[process.platform] ?? [])].find((file) => existsSync(file));
  if (onMachine) return onMachine;
  const { chromium } = await import('playwright-core');
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;
}

/** Finds Chromium or gets it: what Playwright downloads, else Debian's package; undefined when none can be had. */
export async function getChromium(node, root) {
  const found = await findChromium();
  if (found || process.env.STANCH_CHROMIUM) return found;
  console.error('There is no Chromium on this machine; Playwright downloads one ...');
  spawnSync(node, [join(root, 'node_modules/playwright-core/cli.js'), 'install', 'chromium'], { stdio: 'inherit' });
  const downloaded = await findChromium();
  if (downloaded && starts(downloaded)) return downloaded;
  console.error("That one does not run here; trying Debian's package ...");
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  for (const args of [
    ['apt-get', 'update', '-q'],
    ['apt-get', 'install', '-y', '-q', 'chromium'],
  ]) {
    const [command, ...rest] = [...asRoot, ...args];
    spawnSync(command, rest, { stdio: 'inherit' });
  }
  return findChromium();
}

function starts(executable) {
  try {
    execFileSync(executable, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
