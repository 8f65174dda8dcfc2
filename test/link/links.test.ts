import { describe, expect, it } from 'vitest';
import { linksOf, rarity } from '../../server/detection/link/links.ts';
import { telling } from '../../server/detection/weights/weights.ts';
import { detectors, finding, weights } from '../score/findings.ts';

const options = { detectors, accounts: 1_024, model: weights.link };

describe('links', () => {
  it('add up one bond of each family, and nothing else', () => {
    const links = linksOf(
      [
        finding('F-1', 'purse', 0.9, ['b', 'a']),
        finding('F-2', 'purse', 0.8, ['a', 'b']),
        finding('F-3', 'machine', 0.5, ['a', 'b']),
        finding('F-4', 'nights', 1, ['a', 'b']),
      ],
      options,
    );
    expect(links).toHaveLength(1);
    const [link] = links;
    expect(link!.parts.map((part) => part.finding)).toEqual(['F-1', 'F-3']);
    expect(link!.total).toBeCloseTo(-4 + 4 * telling(0.9) + 4 * telling(0.5), 9);
    expect(link!.probability).toBeCloseTo(1 / (1 + Math.exp(-link!.total)), 9);
  });

  it('hold for the pairs that a finding names, as far as it says', () => {
    const links = linksOf(
      [finding('F-1', 'purse', 0.8, ['a', 'b', 'c'], [{ a: 'a', b: 'c', share: 0.5 }])],
      options,
    );
    expect(links.map(({ a, b }) => [a, b])).toEqual([['a', 'c']]);
    expect(links[0]!.parts[0]!.amount).toBeCloseTo(telling(0.4 * rarity(3, 1_024)), 9);
  });

  it('are worth less the more accounts share the thing, and nothing when a crowd does', () => {
    expect(rarity(2, 1_024)).toBe(1);
    expect(rarity(30, 1_024)).toBeLessThan(rarity(5, 1_024));
    expect(rarity(1_024, 1_024)).toBe(0);
    const crowd = Array.from({ length: 301 }, (_, index) => `a${index}`);
    expect(linksOf([finding('F-1', 'purse', 1, crowd)], options)).toEqual([]);
  });

  it('do not move because one more account came', () => {
    expect(rarity(3, 5_000)).toBe(rarity(3, 5_001));
  });
});
