import { describe, expect, it } from 'vitest';
import { foldedWords, luceneQuery } from '../../server/explore/search-words.ts';

describe('words for the index', () => {
  it('asks for the whole text first, then for all of its words, tolerantly', () => {
    expect(luceneQuery('Silver Star')).toBe(
      '"Silver Star"^8 OR (+(silver^4 OR silver*^2 OR silver~1) +(star^4 OR star*^2 OR star~1))',
    );
  });

  it('allows more slips in longer words and none in numbers', () => {
    expect(luceneQuery('Volasys')).toContain('volasys~1');
    expect(luceneQuery('Volasys-Silverstar')).toContain('silverstar~2');
    expect(luceneQuery('192.0.2.7')).not.toContain('~');
  });

  it.each([
    'a" OR *:* OR "',
    'id:* && legal_name:Kim || (x)',
    '[* TO zzz] {a TO b}',
    '/.*/ ~0.1 ^9 + - ! \\',
    'x\\" OR *:*',
  ])('lets none of %j act as query syntax', (text) => {
    const query = luceneQuery(text) ?? '';
    const phrase = /^"((?:[^"\\]|\\.)*)"\^8 OR \(/s.exec(query);
    expect(phrase).not.toBeNull();
    const rest = query.slice(phrase![0].length);
    expect(rest).toMatch(
      /^(?:\+\([\p{L}\p{N}._]+\^4 OR [\p{L}\p{N}._]+\*\^2(?: OR [\p{L}\p{N}._]+~[12])?\) ?)+\)$/u,
    );
  });

  it('has no query for punctuation alone', () => {
    expect(luceneQuery('"*:* ~!"')).toBeNull();
  });

  it('bounds how many and how long words may be', () => {
    const query = luceneQuery(Array.from({ length: 50 }, (_, at) => `word${at}`).join(' ')) ?? '';
    expect(query.match(/\+\(/g)).toHaveLength(12);
    expect(luceneQuery('x'.repeat(5_000))!.length).toBeLessThan(1_000);
  });

  it('folds case and accents for comparison', () => {
    expect(foldedWords('Ünal, ÇELİK <a.b@c.example>')).toEqual([
      'unal',
      'celik',
      'a.b',
      'c.example',
    ]);
  });
});
