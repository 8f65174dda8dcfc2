import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { install } from './apt.mjs';
import { onPath } from './java.mjs';
import { SetupProblem } from './problem.mjs';
import { tellingLine, run } from './run.mjs';
import { messages } from './messages.mjs';

/**
 * The Chromium that the browser test drives: the system's, else the one that playwright has downloaded.
 * @returns {Promise<string | null>}
 */
export async function findChromium() {
  // What Ubuntu calls chromium starts a snap, which playwright cannot drive.
  const names = isUbuntu() ? ['google-chrome'] : ['chromium', 'google-chrome'];
  const installed = names.map((name) => onPath(name)).find((path) => path !== null);
  if (installed) return installed;
  const { chromium } = await import('playwright-core');
  const downloaded = chromium.executablePath();
  return existsSync(downloaded) ? downloaded : null;
}

/** Finds Chromium or brings it: by apt-get on Debian, else by playwright's own download. */
export async function ensureChromium() {
  if (await findChromium()) return;
  if (!isUbuntu() && (await install(['chromium']))) return;
  const cli = createRequire(import.meta.url).resolve('playwright-core/cli.js');
  const options = process.getuid?.() === 0 ? ['--with-deps', 'chromium'] : ['chromium'];
  const { ok, output } = await run(messages.installing('Chromium'), process.execPath, [
    cli,
    'install',
    ...options,
  ]);
  if (!ok || !(await findChromium()))
    throw new SetupProblem(messages.chromiumMissing(tellingLine(output)));
}

function isUbuntu() {
  try {
    return /^ID=ubuntu$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}
