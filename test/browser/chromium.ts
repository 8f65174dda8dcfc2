import { accessSync, constants, existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/**
 * Quiet: no GPU that a server lacks, and no talk with the browser's makers. Of what the processor draws in the place of a GPU
 * nothing is compiled ahead: half of what a first graph took was for shaders that no picture of the file needed.
 */
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-angle-features=warmUpPipelineCacheAtLink',
];

/** The Chromium of CHROMIUM_PATH, of the system, or of playwright's own download. */
export function launchChromium(): Promise<Browser> {
  const named = process.env['CHROMIUM_PATH'];
  const places = [...(named ? [named] : []), ...usualPlaces, chromium.executablePath()];
  const executablePath = places.find(isProgram);
  if (executablePath === undefined)
    throw new Error('There is no Chromium; `npm run setup` installs one, or set CHROMIUM_PATH.');
  return chromium.launch({ executablePath, args: flags });
}

function isProgram(path: string): boolean {
  if (!existsSync(path)) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
