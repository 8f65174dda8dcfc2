import { describe, expect, it } from 'vitest';
import { plantedTexts } from '../../bench/texts.ts';

describe('the texts of the bench', () => {
  it('are the same every time, ten an account', () => {
    const { texts } = plantedTexts(30);
    expect(texts).toEqual(plantedTexts(30).texts);
    expect(texts).toHaveLength(300);
    expect(new Set(texts.map(({ account }) => account)).size).toBe(30);
  });

  it('have copies of an earlier account’s text with as many words, most of them the same', () => {
    const { texts, copies } = plantedTexts(60);
    expect(copies.length).toBeGreaterThan(10);
    for (const [of, copy] of copies) {
      const [original, changed] = [texts[of]!, texts[copy]!];
      expect(original.account < changed.account).toBe(true);
      const [words, theirs] = [original, changed].map(({ text }) => text.split(/[ .]+/));
      expect(theirs).toHaveLength(words!.length);
      const same = words!.filter((word, at) => word === theirs![at]).length;
      expect(same / words!.length).toBeGreaterThan(0.5);
    }
  });
});
