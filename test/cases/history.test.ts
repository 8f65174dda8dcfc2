import { describe, expect, it } from 'vitest';
import { historyRule } from '../../domain/case.ts';
import { outdated } from '../../server/decisions/cases/history.ts';

const start = Date.parse('2024-05-01T00:00:00Z');

/** Latest first: a save each `seconds`. */
function saves(count: number, seconds: number) {
  return Array.from({ length: count }, (_, at) => ({
    revision: at + 1,
    at: new Date(start + at * seconds * 1_000).toISOString(),
  })).reverse();
}

describe('the history of a board', () => {
  it('keeps every one of the latest', () => {
    expect(outdated(saves(historyRule.latest, 1))).toEqual([]);
  });

  it('keeps of earlier ones the first of all, and the last of each ten minutes', () => {
    const all = saves(1_000, 5);
    const dropped = new Set(outdated(all));
    const kept = all.map(({ revision }) => revision).filter((one) => !dropped.has(one));
    expect(kept.slice(0, 20)).toEqual(Array.from({ length: 20 }, (_, at) => 1_000 - at));
    // 120 saves of five seconds each make ten minutes; 980 is the last of its stretch that is not among the latest.
    expect(kept.slice(20)).toEqual([980, 960, 840, 720, 600, 480, 360, 240, 120, 1]);
  });

  it('drops no other when it is thinned after every save', () => {
    let kept: { revision: number; at: string }[] = [];
    for (const save of saves(1_000, 5).reverse()) {
      kept = [save, ...kept];
      const dropped = new Set(outdated(kept));
      kept = kept.filter(({ revision }) => !dropped.has(revision));
    }
    const dropped = new Set(outdated(saves(1_000, 5)));
    expect(kept).toEqual(saves(1_000, 5).filter(({ revision }) => !dropped.has(revision)));
  });

  it('never grows beyond its bound, and keeps the first', () => {
    const hourly = saves(2_000, 3_600);
    expect(hourly.length - outdated(hourly).length).toBe(historyRule.most + 1);
    expect(outdated(hourly)).not.toContain(1);
  });
});
