import { describe, expect, it } from 'vitest';
import { weighRatings } from '../../server/detection/derive/rater-reliability.ts';

const rating = (rater: string, rated: string, value: number) => ({ rater, rated, value });

/** Ten raters of one mind on good people and bad. */
const crowd = Array.from({ length: 10 }, (_, index) => `r${index}`).flatMap((rater) => [
  rating(rater, 'bad', 0),
  ...['good1', 'good2', 'good3'].map((rated) => rating(rater, rated, 1)),
]);

function supportOf(ratings: ReturnType<typeof rating>[], rater: string, rated: string): number {
  return weighRatings(ratings).find((one) => one.rater === rater && one.rated === rated)!.support;
}

describe('the weighing of ratings', () => {
  it('sets each rating beside what the others say', () => {
    const ratings = [...crowd, rating('odd', 'bad', 1), rating('odd', 'good1', 0)];
    expect(supportOf(ratings, 'odd', 'bad')).toBeLessThan(-0.5);
    expect(supportOf(ratings, 'odd', 'good1')).toBeLessThan(-0.5);
    expect(supportOf(ratings, 'r0', 'bad')).toBeGreaterThan(0.5);
    expect(supportOf(ratings, 'r0', 'good1')).toBeGreaterThan(0.5);
  });

  it('does not count a rating as its own witness', () => {
    const alone = weighRatings([...crowd, rating('odd', 'unknown', 1)]).find(
      ({ rater }) => rater === 'odd',
    )!;
    expect(alone.weight).toBe(0);
    expect(alone.others).toBeCloseTo(0.76, 2);
  });

  it('is not turned round by a crowd of accounts without a record', () => {
    const shills = Array.from({ length: 10 }, (_, index) => rating(`s${index}`, 'bad', 1));
    expect(supportOf([...crowd, ...shills], 's0', 'bad')).toBeLessThan(0);
  });

  it('says nothing of a rater by what it is given', () => {
    const given = [...crowd, rating('odd', 'good1', 1)];
    const received = (value: number) =>
      Array.from({ length: 10 }, (_, index) => rating(`r${index}`, 'odd', value));
    expect(supportOf([...given, ...received(1)], 'odd', 'good1')).toBeGreaterThan(0.8);
    expect(supportOf([...given, ...received(0)], 'odd', 'good1')).toBeGreaterThan(0.8);
  });

  it('survives no ratings at all, and a single one', () => {
    expect(weighRatings([])).toEqual([]);
    expect(weighRatings([rating('a', 'b', 1)])).toMatchObject([{ others: 1, weight: 0 }]);
  });
});
