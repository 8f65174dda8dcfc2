import { describe, expect, it } from 'vitest';
import { sideBySide } from '../../server/platform/side-by-side.ts';
import { deferred } from '../deferred.ts';

describe('work side by side', () => {
  it('is under way as many at once as was said, and told in the order of the items', async () => {
    const gates = [0, 1, 2, 3].map(() => deferred());
    const begun: number[] = [];
    const all = sideBySide([0, 1, 2, 3], 2, async (item) => {
      begun.push(item);
      await gates[item]!.promise;
      return `done ${item}`;
    });
    expect(begun).toEqual([0, 1]);
    gates[1]!.resolve();
    gates[2]!.resolve();
    gates[3]!.resolve();
    gates[0]!.resolve();
    expect(await all).toEqual(['done 0', 'done 1', 'done 2', 'done 3']);
    expect(begun).toEqual([0, 1, 2, 3]);
  });

  it('begins nothing after a failure, and throws once nothing is under way', async () => {
    const slow = deferred();
    const begun: number[] = [];
    let ended = false;
    const all = sideBySide([0, 1, 2], 2, async (item) => {
      begun.push(item);
      if (item === 1) throw new Error('one failed');
      await slow.promise;
      ended = true;
    });
    slow.resolve();
    await expect(all).rejects.toThrow('one failed');
    expect(ended).toBe(true);
    expect(begun).toEqual([0, 1]);
  });

  it('does one after the other where the width is less than one', async () => {
    expect(await sideBySide(['a'], 0, (item) => Promise.resolve(item))).toEqual(['a']);
  });
});
