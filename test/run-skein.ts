import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../bin/skein.mjs', import.meta.url));

/** What a command wrote, and what it ended with. */
export interface Ran {
  out: string;
  err: string;
  status: number;
}

/** Runs the command as a person would, in that environment. */
export async function runSkein(env: NodeJS.ProcessEnv, ...args: string[]): Promise<Ran> {
  const child = spawn(process.execPath, [program, ...args], { env });
  const [out, err, [status]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit') as Promise<[number]>,
  ]);
  return { out, err, status };
}
