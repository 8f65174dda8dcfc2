import neo4j from 'neo4j-driver';
import { describe, expect, it } from 'vitest';
import { fromExactJson, toExactJson } from '../../server/graph/neo4j/exact-values.ts';

const { Date: Day, DateTime, Duration, LocalDateTime, LocalTime, Point, Time } = neo4j.types;
const clock = [23n, 59n, 58n, 999_999_999n] as const;
const day = [-2024n, 2n, 29n] as const;

const values: readonly [string, unknown][] = [
  ['a text', 'naïve\n\u0000\u2028"\\'],
  ['a truth', false],
  ['a whole number', 1n],
  ['the least whole number', -(2n ** 63n)],
  ['the greatest whole number', 2n ** 63n - 1n],
  ['one more than JSON has', 2n ** 53n + 1n],
  ['a decimal', 0.1],
  ['a decimal without a fraction', 1],
  ['a decimal beyond whole numbers', 1e300],
  ['the least decimal', 5e-324],
  ['nothing below zero', -0],
  ['no number', NaN],
  ['more than any', Infinity],
  ['less than any', -Infinity],
  ['bytes', new Int8Array([-128, 0, 127])],
  ['a list of none', []],
  ['a list of texts', ['a', '']],
  ['a list of decimals', [1, 1.5, NaN]],
  ['a list of whole numbers', [1n, 2n ** 60n]],
  ['a date', new Day(...day)],
  ['a local time', new LocalTime(...clock)],
  ['a time', new Time(...clock, -3_600n)],
  ['a local moment', new LocalDateTime(...day, ...clock)],
  ['a moment by its offset', new DateTime(...day, ...clock, 19_800n)],
  [
    'the second of two half past two',
    new DateTime(2024n, 10n, 27n, 2n, 30n, 0n, 1n, 3_600n, 'Europe/Berlin'),
  ],
  ['a duration', new Duration(-1n, 2n, 9_007_199_254_740_993n, 5n)],
  ['a point', new Point(7_203n, 1, -2.5)],
  ['a point in space', new Point(4_979n, 1.5, 2, 3)],
  ['a list of dates', [new Day(...day)]],
  ['a vector', neo4j.vector(new Float32Array([1, 0.5]))],
];

describe('a value written as JSON', () => {
  it.each(values)('comes back the same: %s', (_name, value) => {
    const text = JSON.stringify(toExactJson(value));
    const back = fromExactJson(JSON.parse(text) as never);
    expect(back).toStrictEqual(value);
    expect(Object.is(back, value) || typeof value === 'object').toBe(true);
  });

  it('that no property can have is refused, and so is a kind that is unknown', () => {
    expect(() => toExactJson({ a: 1 })).toThrow(TypeError);
    expect(() => toExactJson(null)).toThrow(TypeError);
    expect(() => fromExactJson({ other: 1 })).toThrow('There is no kind of value other.');
  });
});
