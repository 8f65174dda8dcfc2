import { describe, expect, it } from 'vitest';
import { holdsWithheld, leaveOut } from '../../server/decisions/lists/leave-out.ts';
import { WithheldWords } from '../../server/decisions/lists/withheld-words.ts';
import { namesWithheld, withoutNames } from '../../server/edge/http/withheld/asked-for.ts';
import type { Withheld } from '../../server/decisions/lists/withheld.ts';

const [entry, list, finding, cluster] = ['BUREAU-7 (b)', 'BUREAU', 'F-0a1b2c', 'C-9f8e7d'];
const words = new WithheldWords([entry, finding, '±±'], [list]);
const withheld: Withheld = {
  names: (text) => words.isIn(text),
  is: (text) => words.has(text) || words.has(text.slice(text.indexOf(':') + 1)),
  row: (sha256, line) => sha256 === 'abc' && line === 7,
  onlyBy: (detector, of) => detector === 'watchlist-match' && ['a1', cluster].includes(of),
  together: [],
  lists: new Set([list]),
};

describe('words that are withheld', () => {
  it.each([
    entry,
    `watchlist_entry:${entry}`,
    `agrees with ${entry}.`,
    `BUREAU BUREAU-7 (b)`,
    `(${list})`,
    `${list}, says ${list}x`,
    `${list}-`,
    `é ${finding}`,
    'a±±b',
  ])('are in %j', (text) => expect(words.isIn(text)).toBe(true));

  it.each([
    '',
    'BUREAUX',
    'BUREAU-8',
    'xBUREAU',
    'EU-BUREAU',
    'bureau',
    `${finding}d`,
    `É${finding}`,
  ])('are not in %j', (text) => expect(words.isIn(text)).toBe(false));
});

describe('an answer', () => {
  const node = (type: string, id: string) => ({ type, id, caption: id });

  it('is as it was where nothing is withheld', () => {
    const answer = { items: [{ id: 'x', n: 1, none: null, is: true }], next: null };
    expect(leaveOut(answer, withheld)).toEqual(answer);
    expect(holdsWithheld(answer, withheld)).toBe(false);
  });

  it('has neither elements that name it, however deep, nor what leads there', () => {
    const graph = {
      nodes: [node('company', 'c1'), node('watchlist_entry', entry)],
      relations: [
        { key: 'k1', from: node('company', 'c1'), to: node('watchlist_entry', entry) },
        { key: 'k2', from: node('company', 'c1'), to: node('account', 'a1') },
      ],
      standings: { [`watchlist_entry:${entry}`]: 'context', 'company:c1': 'about' },
    };
    const left = leaveOut(graph, withheld);
    expect(left).toEqual({
      nodes: [graph.nodes[0]],
      relations: [graph.relations[1]],
      standings: { 'company:c1': 'about' },
    });
    expect(holdsWithheld(graph, withheld)).toBe(true);
    expect(holdsWithheld(left, withheld)).toBe(false);
  });

  it('is none where what no array holds names it', () => {
    expect(leaveOut({ id: finding, score: 1 }, withheld)).toBeNull();
    expect(leaveOut({ of: { text: `said ${list}` } }, withheld)).toBeNull();
  });

  it('has no row of a file that says an entry', () => {
    const sources = [
      { file: 'w.csv', sha256: 'abc', line: 7 },
      { file: 'w.csv', sha256: 'abc', line: 8 },
    ];
    expect(leaveOut({ sources }, withheld)).toEqual({ sources: [sources[1]] });
    expect(leaveOut(sources[0], withheld)).toBeNull();
  });

  it('has no part that rests on findings that are withheld alone, nor a way that lacks a step', () => {
    const answer = {
      reasons: [
        { name: 'own:watchlist-match', findings: [finding] },
        { name: 'own:shared-ip', findings: ['F-1', finding], same_rows_as: finding },
        { name: 'own:quiet', findings: [] },
      ],
      paths: [[node('account', 'a1'), node('watchlist_entry', entry)], [node('account', 'a2')]],
      splits_without: finding,
    };
    expect(leaveOut(answer, withheld)).toEqual({
      reasons: [
        { name: 'own:shared-ip', findings: ['F-1'] },
        { name: 'own:quiet', findings: [] },
      ],
      paths: [[node('account', 'a2')]],
      splits_without: null,
    });
  });

  it('names no detector that nothing else speaks for, and nothing that an entry adds to a rank', () => {
    const terms = [{ name: 'likelihood' }, { name: 'listed' }];
    const stakes = { listed: [{ list, findings: [finding] }], money: [] };
    const made = {
      id: cluster,
      detectors: ['watchlist-match', 'shared-ip'],
      ranking: { stakes, terms },
    };
    expect(leaveOut(made, withheld)).toEqual({
      id: cluster,
      detectors: ['shared-ip'],
      ranking: { stakes: { listed: [], money: [] }, terms: [{ name: 'likelihood' }] },
    });
    const other = { account_id: 'a2', detectors: ['watchlist-match'] };
    expect(leaveOut(other, withheld)).toEqual(other);
  });
});

describe('what is asked by', () => {
  it('names what is withheld wherever it is a name, and not where it is written', () => {
    expect(namesWithheld({ nodes: [`watchlist_entry:${entry}`] }, withheld)).toBe(true);
    expect(namesWithheld({ scope: { finding } }, withheld)).toBe(true);
    expect(namesWithheld({ text: list, why: entry, q: finding }, withheld)).toBe(false);
  });

  it('is of nothing then, and called as it was in what is said of it', () => {
    const { left, back } = withoutNames({ id: finding, limit: 3, q: list }, withheld);
    expect(left).toEqual({ id: expect.stringContaining(finding) as string, limit: 3, q: list });
    expect(words.isIn(String(left['id']))).toBe(false);
    expect(back(`There is no ${String(left['id'])}.`)).toBe(`There is no ${finding}.`);
    const row = withoutNames({ sha256: 'abc', line: 7 }, withheld);
    expect(row.left['sha256']).not.toBe('abc');
  });
});
