import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ExitUse } from '../../server/detection/derive/exit-uses.ts';
import { circlesOfExits } from '../../server/detection/derive/same-exits.ts';

const exits = Array.from({ length: 40 }, (_, at) => `exit-${String(at)}`);

/** Six hundred strangers, each with one to three exits drawn by a digest. */
function strangers(): ExitUse[] {
  return Array.from({ length: 600 }, (_, at) => `stranger-${String(at)}`).flatMap((account) => {
    const drawn = [...createHash('sha256').update(account).digest().subarray(0, 3)];
    const own = new Set(drawn.map((byte) => exits[byte % exits.length]!));
    return [...own].map((exit) => ({ account, exit }));
  });
}

/** Seven who all use two of five exits, and two or three of the others. */
const team: ExitUse[] = [
  [1, 8, 22, 30],
  [1, 8, 22, 35],
  [1, 8, 22, 30],
  [1, 8, 30, 35],
  [1, 8, 22, 30, 35],
  [1, 8, 22],
  [1, 8, 22, 35],
].flatMap((own, at) => own.map((exit) => ({ account: `team-${String(at)}`, exit: exits[exit]! })));

const namesOf = (uses: ExitUse[]) => [...new Set(uses.map(({ account }) => account))];

describe('circlesOfExits', () => {
  it('finds those who choose the same few exits among hundreds of strangers', () => {
    const found = circlesOfExits([...strangers(), ...team]).filter(({ beyond }) => beyond > 0);
    expect(found).toHaveLength(1);
    const [circle] = found;
    expect(circle!.members.filter((name) => name.startsWith('team-'))).toEqual(namesOf(team));
    expect(circle!.members.length).toBeLessThanOrEqual(9);
    expect(circle).toMatchObject({ exits: 40, users: 607 });
  });

  it('says of strangers alone nothing beyond chance', () => {
    for (const { beyond } of circlesOfExits(strangers())) expect(beyond).toBe(0);
  });

  it('says nothing where two share one exit, or an exit is everybody’s', () => {
    const one = ['x', 'y'].map((account) => ({ account, exit: 'exit-1' }));
    expect(circlesOfExits(one)).toEqual([]);
    const crowd = Array.from({ length: 400 }, (_, at) => `c${String(at)}`).flatMap((account) =>
      ['everybody-1', 'everybody-2'].map((exit) => ({ account, exit })),
    );
    expect(circlesOfExits(crowd)).toEqual([]);
  });

  it('gives the same in any order of rows', () => {
    const all = [...strangers(), ...team];
    expect(circlesOfExits([...all].reverse())).toEqual(circlesOfExits(all));
  });
});
