import { describe, expect, it } from 'vitest';
import { recorded, recordedRatios, ratiosOf, worsened, worstOf } from '../../bench/ratios.ts';
import type { Work } from '../../bench/works.ts';

const runs = [0.4, 0.8, 0.5].map((ratio) => new Map([['near copies', ratio]]));

describe('ratios of the bench', () => {
  it('are of the seconds of the processor, of works that have them', () => {
    const work: Work = { what: 'links', seconds: 9, beside: null, aim: null };
    const works = [
      { ...work, processor: { ours: 3, beside: 4 } },
      { ...work, what: 'a page' },
    ];
    expect(ratiosOf(works)).toEqual(new Map([['links', 0.75]]));
  });

  it('are recorded with the middle, the least and the most of all runs', () => {
    expect(recorded(runs)).toEqual({
      'near copies': { usual: 0.5, least: 0.4, most: 0.8, runs: 3 },
    });
  });

  it('are no worse by as much as the runs were apart, and worse beyond that', () => {
    const known = recorded(runs);
    expect(worstOf(known['near copies']!)).toBeCloseTo(1.2);
    expect(worsened(new Map([['near copies', 1.19]]), known)).toEqual([]);
    expect(worsened(new Map([['near copies', 1.21]]), known)).toEqual([
      'near copies: 1.21 times the other’s seconds of the processor; it was 0.5, and noise explains 1.20.',
    ]);
  });

  it('have half as much again of room where the runs agreed', () => {
    expect(worstOf({ usual: 2, least: 2, most: 2, runs: 3 })).toBeCloseTo(3);
  });

  it('fail where one is measured or recorded alone', () => {
    expect(worsened(new Map([['links', 1]]), recorded(runs))).toEqual([
      'near copies: it was not measured.',
      'links: no ratio is recorded.',
    ]);
  });

  it('are recorded for all that the guard measures', async () => {
    expect(Object.keys(await recordedRatios()).sort()).toEqual([
      'links and components of shared attributes, out of the files',
      'near copies among texts',
    ]);
  });
});
