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
 * The line that says most, for a one-line message: the first that names an error, else the last.
 * @param {string} output
 */
export function tellingLine(output) {
  const lines = output.split('\n').map((line) => line.trim());
  const error = lines.find(
    (line) => /(error|E:)\b.*\w{3}/i.test(line) && !line.startsWith('errors:'),
  );
  return error ?? lines.findLast((line) => line !== '') ?? '';
}
