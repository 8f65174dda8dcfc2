import { describe, expect, it } from 'vitest';
import { placeOf, timeAt, timeScale } from '../../client/src/canvas/timeline/time-scale.ts';

const year = (n: number) => Date.UTC(n, 0, 1);
const days = Array.from({ length: 100 }, (_, day) => Date.UTC(2022, 0, 1 + day));

describe('the scale of the timeline', () => {
  it('cuts what is empty for long, so that a few old times do not squeeze the rest', () => {
    const times = [year(2002), year(2003), ...days];
    const scale = timeScale(times, { from: year(2002), to: days.at(-1)! });
    expect(scale.breaks.length).toBeGreaterThan(0);
    const width = placeOf(scale, days.at(-1)!) - placeOf(scale, days[0]!);
    expect(width).toBeGreaterThan(0.6);
  });

  it('keeps the order of times and finds each again', () => {
    const times = [year(1999), year(2010), year(2011), ...days];
    const scale = timeScale(times, { from: year(1999), to: days.at(-1)! });
    const places = times.map((time) => placeOf(scale, time));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBe(0);
    expect(places.at(-1)).toBeCloseTo(1);
    for (const time of times)
      expect(Math.abs(timeAt(scale, placeOf(scale, time)) - time)).toBeLessThan(1_000);
  });

  it('cuts nothing of a steady time, nor of a few times, and knows what lies outside', () => {
    expect(timeScale(days, { from: days[0]!, to: days.at(-1)! }).breaks).toEqual([]);
    const few = timeScale([year(2000), year(2020)], { from: year(2000), to: year(2020) });
    expect(few.breaks).toEqual([]);
    expect(placeOf(few, year(1990))).toBeLessThan(0);
    expect(placeOf(few, year(2030))).toBeGreaterThan(1);
  });
});
