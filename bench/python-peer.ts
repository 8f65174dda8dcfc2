import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import { peersPython } from '../setup/peers.mjs';

/** What a program of bench/peers prints. It times itself, so that no start of Python is counted. */
export function peerSaid<T extends z.ZodType>(
  program: string,
  options: readonly string[],
  answer: T,
): z.infer<T> {
  const path = fileURLToPath(new URL(`peers/${program}`, import.meta.url));
  const said = execFileSync(peersPython(), [path, ...options], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 2 ** 30,
  });
  return answer.parse(JSON.parse(said));
}
