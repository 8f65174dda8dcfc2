import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { leaseHolder, whenFree, withLease } from '../../server/graph/neo4j/lease.ts';
import { ConflictError } from '../../server/platform/problems.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { deferred } from '../deferred.ts';
import { testDatabase } from '../database.ts';

const tested = testDatabase();
const holding = fileURLToPath(new URL('holding-child.ts', import.meta.url));
const heard = (steps: string[]) => ({
  ...silentProgress,
  step: (text: string) => steps.push(text),
});

describe('the lease of detection', () => {
  it('lets one run go after the other, and says whom one waits for', async () => {
    const order: string[] = [];
    const steps: string[] = [];
    const ended = deferred();
    const first = withLease(tested.database, silentProgress, async () => {
      order.push('first begins');
      await ended.promise;
      order.push('first ends');
    });
    await expect.poll(() => order).toContain('first begins');
    const second = withLease(tested.database, heard(steps), () =>
      Promise.resolve(order.push('second')),
    );
    await expect.poll(() => steps).toHaveLength(1);
    expect(steps[0]).toMatch(/Waiting for a run of .+, begun at 20/);
    ended.resolve();
    await Promise.all([first, second]);
    expect(order).toEqual(['first begins', 'first ends', 'second']);
  });

  it('is given back when the work fails', async () => {
    const failing = () => Promise.reject(new Error('no'));
    await expect(withLease(tested.database, silentProgress, failing)).rejects.toThrow('no');
    expect(await withLease(tested.database, silentProgress, () => Promise.resolve(1))).toBe(1);
  });

  it('is taken over at once from a process of this machine that ended without giving it back', async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', holding], {
      env: tested.environment,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(child, 'exit');
    await once(child.stdout, 'data');
    expect(await leaseHolder(tested.database)).not.toBeNull();
    const refused = withLease(tested.database, silentProgress, () => Promise.resolve(), {
      onlyIfFree: true,
    });
    await expect(refused).rejects.toThrow(ConflictError);
    child.kill('SIGKILL');
    await ended;
    expect(await leaseHolder(tested.database)).toBeNull();
    const steps: string[] = [];
    expect(await withLease(tested.database, heard(steps), () => Promise.resolve(3))).toBe(3);
    expect(steps).toEqual([]);
    expect(await whenFree(tested.database, () => Promise.resolve(4))).toEqual({ done: 4 });
  });

  it('is taken over from a run that died', async () => {
    await tested.database.write(
      "MATCH (s:Skein {id: 'skein'}) SET s.lease_holder = 'dead', s.lease_by = 'x', s.lease_since = '', s.lease_until = 1",
    );
    expect(await withLease(tested.database, silentProgress, () => Promise.resolve(2))).toBe(2);
  });
});
