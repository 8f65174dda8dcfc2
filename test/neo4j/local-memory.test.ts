import { describe, expect, it } from 'vitest';
import { memoryFor, serverArguments } from '../../server/graph/neo4j/local-config.ts';
import { localLayout } from '../../server/graph/neo4j/local-layout.ts';

const gib = 2 ** 30;

function givenOf(machine: number): string[] {
  const words = serverArguments('/jars', localLayout('/home'), memoryFor(machine));
  return words.filter((word) => /^-Xm/.test(word));
}

describe('the memory of a local Neo4j', () => {
  it('is at most an eighth of the machine for the heap, half as much for pages, a quarter of it for a transaction', () => {
    expect(memoryFor(24 * gib)).toEqual({ heap: 3_072, pageCache: 1_536, transaction: 768 });
    expect(memoryFor(8 * gib)).toEqual({ heap: 1_024, pageCache: 512, transaction: 256 });
    expect(memoryFor(2 * gib).heap).toBe(512);
    expect(memoryFor(512 * gib).heap).toBe(16_384);
  });

  it('grows from half of that, or a gibibyte, as a platform needs it', () => {
    expect(givenOf(24 * gib)).toEqual(['-Xms1536m', '-Xmn922m', '-Xmx3072m']);
    expect(givenOf(8 * gib)).toEqual(['-Xms1024m', '-Xmn614m', '-Xmx1024m']);
    expect(givenOf(2 * gib)).toEqual(['-Xms512m', '-Xmn307m', '-Xmx512m']);
  });
});
