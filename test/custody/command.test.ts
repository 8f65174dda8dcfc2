/** `skein audit verify` and `anchor`, with the database that all homes share. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditCheck } from '../../domain/audit.ts';
import { append } from '../../server/trust/custody/log.ts';
import { testDatabase } from '../database.ts';
import { viewOf } from './homes.ts';

const entry = fileURLToPath(new URL('../../bin/skein.mjs', import.meta.url));
const tested = testDatabase();
let outside: string;
beforeAll(async () => {
  outside = await mkdtemp(join(tmpdir(), 'skein-outside-'));
  await append(tested.settings.home, viewOf('a1'));
});
afterAll(() => rm(outside, { recursive: true }));

function skein(words: string[], more: NodeJS.ProcessEnv = {}) {
  const env = { ...tested.environment, ...more };
  return new Promise<{ status: number; stdout: string; stderr: string }>((resolve) => {
    execFile(process.execPath, [entry, ...words], { env }, (error, stdout, stderr) => {
      resolve({ status: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

describe('skein audit', { timeout: 240_000 }, () => {
  it('anchors the chain of all homes and verifies it, and says where it departs', async () => {
    const file = join(outside, 'anchors.ndjson');
    expect(await skein(['audit', 'anchor'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('SKEIN_AUDIT_ANCHOR_FILE') as string,
    });
    const set = { SKEIN_AUDIT_ANCHOR_FILE: file };
    const made = await skein(['audit', 'anchor'], set);
    expect(made, made.stderr).toMatchObject({ status: 0, stdout: 'Anchored 2 entries: file.\n' });
    const whole = await skein(['audit', 'verify'], set);
    expect(whole.status, whole.stderr).toBe(0);
    expect(whole.stdout).toMatch(/The custody log is whole: 3 entries\./);
    expect(whole.stdout).toMatch(/The chain of all homes is whole: 3 entries of 1 home\./);
    expect(whole.stdout).toMatch(/It holds to 1 of 1 anchor outside\./);

    const other = join(outside, 'other.ndjson');
    await writeFile(other, (await readFile(file, 'utf8')).replace(/"count":2/, '"count":9'));
    const departs = await skein(['audit', 'verify', '--anchor', other, '--json'], set);
    expect(departs.status, departs.stderr).toBe(3);
    const { whole: ofHome, database } = JSON.parse(departs.stdout) as {
      whole: boolean;
      database: AuditCheck;
    };
    expect([ofHome, database.whole]).toEqual([true, false]);
    expect(database.faults.map(({ detail }) => detail)).toEqual([
      expect.stringMatching(/is of entry 9, and the chain ends before it/),
      expect.stringMatching(/is not what its key has signed/),
    ]);
  });

  it('leaves the database out where that is asked for, and says what it cannot do without it', async () => {
    const alone = await skein(['audit', 'verify', '--no-database']);
    expect(alone).toMatchObject({ status: 0, stderr: '' });
    expect(alone.stdout).not.toContain('chain of all homes');
    const both = await skein(['audit', 'verify', '--no-database', '--anchor', 'x']);
    expect(both.status).toBe(2);
    const missing = await skein(['audit', 'verify', '--anchor', join(outside, 'none')]);
    expect(missing.status).not.toBe(0);
    expect(missing.stderr).toMatch(/none cannot be read/);
  });
});
