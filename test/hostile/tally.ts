import { createHash } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { HostileKind, TriedInput } from './kinds.ts';

const file = process.env['SKEIN_HOSTILE_TALLY'];

/**
 * Notes inputs that the test at work tries, for `npm run reliability:hostile`, which counts each once and takes those of a test that
 * fails for let through. To be called as each is tried: what is not reached is not counted. Notes nothing where nobody counts.
 */
export function tried(kind: HostileKind, ...inputs: readonly (string | Uint8Array)[]): void {
  if (file === undefined) return;
  const { currentTestName = '', testPath = '' } = expect.getState();
  const lines = inputs.map((input) => {
    const told = createHash('sha256').update(input).digest('hex');
    const one: TriedInput = { kind, input: told, test: currentTestName, file: testPath };
    return `${JSON.stringify(one)}\n`;
  });
  appendFileSync(file, lines.join(''));
}
