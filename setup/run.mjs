import { spawn } from 'node:child_process';

/** Shorter tasks need no word. */
const quietMs = 1_500;
const againMs = 10_000;

/**
 * Runs a program and says what it is doing while it takes long; its own output is kept for when it fails.
 * @param {string} text what is going on
 * @param {string} program
 * @param {readonly string[]} options
 * @param {NodeJS.ProcessEnv} [environment]
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export async function run(text, program, options, environment = process.env) {
  const begun = Date.now();
  const say = () => {
    const seconds = Math.round((Date.now() - begun) / 1_000);
    process.stderr.write(`${text} …${seconds < 10 ? '' : ` ${seconds} s`}\n`);
    timer = setTimeout(say, againMs);
  };
  let timer = setTimeout(say, quietMs);
  let output = '';
  const child = spawn(program, options, { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const ok = await new Promise((resolve) => {
    child.once('error', (error) => {
      output += error.message;
      resolve(false);
    });
    child.once('close', (status) => resolve(status === 0));
  });
  clearTimeout(timer);
  return { ok, output };
}

/**
 * The last line that says something, for a one-line message.
 * @param {string} output
 */
export function lastLine(output) {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  return lines.findLast((line) => /error|E:/i.test(line))?.trim() ?? lines.at(-1)?.trim() ?? '';
}
