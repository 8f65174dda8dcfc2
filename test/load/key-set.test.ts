import { describe, expect, it } from 'vitest';
import { KeySet } from '../../server/ingest/load/key-set.ts';

describe('keys that have come', () => {
  it('are told from those that have not, however many they are', () => {
    const [keys, known] = [new KeySet(), new Set<string>()];
    const first: boolean[] = [];
    for (let at = 0; at < 20_000; at += 1) {
      const key = `key ${(at * 7_919) % 12_000}`;
      first.push(keys.add(key) === !known.has(key));
      known.add(key);
    }
    expect(first.every(Boolean)).toBe(true);
    expect([...known].every((key) => keys.has(key))).toBe(true);
    expect(Array.from({ length: 12_000 }, (_, at) => keys.has(`other ${at}`)).some(Boolean)).toBe(
      false,
    );
  });

  it('may be empty, and as long as they like', () => {
    const keys = new KeySet();
    expect(keys.has('')).toBe(false);
    expect([keys.add(''), keys.add(''), keys.add('x'.repeat(100_000))]).toEqual([
      true,
      false,
      true,
    ]);
  });
});
