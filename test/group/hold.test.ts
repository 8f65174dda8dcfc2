import { describe, expect, it } from 'vitest';
import { weakestHold } from '../../server/detection/group/hold.ts';
import type { Bond } from '../../server/detection/group/evidence.ts';

const firm = 1.5;
const bond = (pair: string, hold = firm): Bond => {
  const [a = '', b = ''] = pair.split('-');
  return { a, b, hold, parts: [], repeats: [], total: 0, probability: 0 };
};
const all = (accounts: string) =>
  accounts
    .split(' ')
    .flatMap((a, index, each) => each.slice(index + 1).map((b) => bond(`${a}-${b}`)));
const hold = (accounts: string, links: readonly Bond[]) =>
  weakestHold(new Set(accounts.split(' ')), links, firm);

describe('where a group holds least', () => {
  it('is nowhere, where each is bound to each', () => {
    expect(hold('a b c d e', all('a b c d e'))).toBe(firm);
  });

  it('is one bond between two sides, for each account of the smaller', () => {
    const two = [...all('a b c d e'), ...all('x y z'), bond('a-x')];
    expect(hold('a b c d e x y z', two)).toBeCloseTo(firm / 3, 9);
    expect(hold('a b c d e x y z', [...two, bond('b-y'), bond('c-z')])).toBe(firm);
  });

  it('is a thread by which one hangs on, and nothing where it does not hold together', () => {
    expect(hold('a b c d', [...all('a b c'), bond('a-d', 0.2)])).toBeCloseTo(0.2, 9);
    expect(hold('a b c d', all('a b c'))).toBe(0);
  });
});
