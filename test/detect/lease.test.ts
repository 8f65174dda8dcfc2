import { describe, expect, it } from 'vitest';
import { withLease } from '../../server/graph/neo4j/lease.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { deferred } from '../deferred.ts';
import { testDatabase } from '../database.ts';

const tested = testDatabase();
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

  it('is taken over from a run that died', async () => {
    await tested.database.write(
      "MATCH (s:Skein {id: 'skein'}) SET s.lease_holder = 'dead', s.lease_by = 'x', s.lease_since = '', s.lease_until = 1",
    );
    expect(await withLease(tested.database, silentProgress, () => Promise.resolve(2))).toBe(2);
  });
});
