import { describe, expect, it } from 'vitest';
import { densestBlocks, type Edge } from '../../server/detection/derive/peeling.ts';

const least = { raters: 3, rated: 3, fill: 0.7 };

function block(raters: readonly string[], rated: readonly string[]): Edge[] {
  return raters.flatMap((rater) => rated.map((one) => ({ rater, rated: one })));
}
const names = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`);

/** Forty raters who each rate one of twenty, and the popular one. */
const background = names('x', 40).flatMap((rater, index) => [
  { rater, rated: `y${index % 20}` },
  { rater, rated: 'popular' },
]);

describe('the peeling of ratings', () => {
  it('finds a block in what surrounds it, however it hides', () => {
    const hiding = names('f', 4).flatMap((rater, index) => [
      { rater, rated: 'popular' },
      { rater, rated: `y${index}` },
    ]);
    const edges = [...background, ...block(names('f', 4), names('d', 5)), ...hiding];
    const [first] = densestBlocks(edges, least);
    expect(first).toMatchObject({ raters: names('f', 4) });
    expect(first!.rated).toEqual(expect.arrayContaining(names('d', 5)));
  });

  it('finds several, and each account in one of them', () => {
    const edges = [
      ...block(names('e', 4), names('c', 4)),
      ...background,
      ...block(names('f', 6), names('d', 6)),
    ];
    const blocks = densestBlocks(edges, least);
    expect(blocks.map(({ raters }) => raters.length)).toEqual([6, 4]);
  });

  it('finds nothing where there is no block', () => {
    expect(densestBlocks(background, least)).toEqual([]);
    expect(densestBlocks([], least)).toEqual([]);
    expect(densestBlocks(block(['a', 'b'], names('d', 9)), least)).toEqual([]);
  });

  it('does not hang on the order of ratings', () => {
    const edges = [...background, ...block(names('f', 4), names('d', 4))];
    const sets = (blocks: ReturnType<typeof densestBlocks>) =>
      blocks.map(({ raters, rated }) => ({ raters, rated }));
    expect(sets(densestBlocks([...edges].reverse(), least))).toEqual(
      sets(densestBlocks(edges, least)),
    );
  });
});
