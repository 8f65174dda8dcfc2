import { describe, expect, it } from 'vitest';
import { shortestPath } from '../../client/src/paths/shortest-path.ts';

const near = new Map(
  Object.entries({ a: 'bc', b: 'ad', c: 'ad', d: 'bce', e: 'd', f: 'g', g: 'f' }).map(
    ([ref, others]) => [ref, new Set(others)],
  ),
);

describe('the shortest way on a board', () => {
  it('leads from end to end, or nowhere', () => {
    expect(shortestPath(near, 'a', 'e')).toEqual(['a', 'b', 'd', 'e']);
    expect(shortestPath(near, 'e', 'a')).toHaveLength(4);
    expect(shortestPath(near, 'a', 'a')).toEqual(['a']);
    expect(shortestPath(near, 'a', 'f')).toBeNull();
  });
});
