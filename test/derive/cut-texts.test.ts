import { describe, expect, it } from 'vitest';
import { cutHere, cutSlices, joined } from '../../server/detection/derive/cut-texts.ts';
import { indexTexts } from '../../server/detection/derive/text-index.ts';
import { likenessOf } from '../../server/detection/derive/text-likeness.ts';
import { nearCopiesOf } from '../../server/detection/derive/near-copies.ts';
import { ShingleUsers } from '../../server/detection/derive/shingle-users.ts';
import type { Text } from '../../server/detection/derive/text-source.ts';
import { Random } from '../../worlds/shipped/chance/random.ts';

const words = [
  ...[
    'we',
    'begin',
    'on',
    'Monday',
    'with',
    'the',
    'api',
    'Will',
    'Ann',
    '42',
    'https://a.example',
  ],
  ...['日本語', 'wörld', 'Korean', 'bring', 'your', 'team', 'and', 'pay', 'later', 'soon', 'early'],
];

/** Accounts that answer each other, quote, repeat themselves and write the same as others. */
function someTexts(random: Random, accounts: number): Text[] {
  const texts: Text[] = [];
  for (let account = 0; account < accounts; account += 1)
    for (let nth = random.int(0, 14); nth >= 0; nth -= 1) {
      const sentence = () =>
        Array.from({ length: random.int(2, 30) }, () => random.pick(words)).join(' ');
      const fresh = Array.from({ length: random.int(1, 6) }, sentence).join('. ');
      const known = texts.length > 0 && random.chance(0.3) ? random.pick(texts).text : fresh;
      texts.push({
        ...{ id: `t${account}-${nth}`, account: `a${String(account).padStart(3, '0')}` },
        ...{ kind: 'bid', at: `2024-01-${10 + nth}T00:00:00.000Z` },
        text: random.chance(0.5) ? known : `${known} ${sentence()}`,
        names: random.chance(0.3) ? ['Will', '日本'] : [],
        titles: random.chance(0.2) ? ['your team'] : [],
        clients: random.chance(0.3)
          ? [`a${String(random.int(0, accounts - 1)).padStart(3, '0')}`]
          : [],
        quotedOnly: random.chance(0.1),
      });
    }
  return texts;
}

/** Of so many accounts' texts at once, each of which lies in one slice. */
function inSlices(texts: readonly Text[], count: number): Text[][] {
  const accounts = [...new Set(texts.map(({ account }) => account))];
  const size = Math.ceil(accounts.length / count);
  return Array.from({ length: count }, (_, nth) => {
    const own = new Set(accounts.slice(nth * size, (nth + 1) * size));
    return texts.filter(({ account }) => own.has(account));
  });
}

describe('texts that are cut slice by slice', () => {
  it('are cut as one by one, and are near copies of the same', async () => {
    const texts = someTexts(new Random(3), 60);
    const here = cutHere(texts);
    for (const slices of [1, 2, 7]) {
      const cut = joined((await cutSlices(inSlices(texts, slices))).parts);
      expect(cut.stream).toEqual(here.stream);
      expect(cut.written).toEqual(here.written);
      texts.forEach((_, place) => {
        expect(cut.shinglesOf(place)).toEqual(here.shinglesOf(place));
        expect(cut.signatureOf(place)).toEqual(here.signatureOf(place));
      });
      expect(nearCopiesOf(cut)).toEqual(nearCopiesOf(here));
    }
    expect(nearCopiesOf(here).length).toBeGreaterThan(10);
  });

  it('may be many more than threads: no more are taken at once than there are threads', async () => {
    const texts = someTexts(new Random(6), 900);
    const slices = inSlices(texts, 5);
    expect(slices.every(({ length }) => length >= 1_000)).toBe(true);
    const { parts, arrays } = await cutSlices(slices, 2);
    expect(arrays).toHaveLength(8 * parts.length);
    expect(joined(parts).stream).toEqual(cutHere(texts).stream);
  });

  it('may be none', async () => {
    const { parts } = await cutSlices([]);
    expect(likenessOf(joined(parts))).toEqual([]);
  });
});

describe('runs of words that accounts have in common', () => {
  it('are the same, and numbered the same, in however many passes they are looked for', () => {
    const texts = someTexts(new Random(8), 80);
    const { written, stream } = cutHere(texts);
    const told = (tokensOfPass: number) => {
      const index = indexTexts(written, stream, { hub: 60, tokensOfPass });
      return Array.from({ length: index.sharedRuns }, (_, run) => {
        const users = index.accountsOf(run);
        const of = [...users].map((user) => [...index.textsOf(run, user)]);
        return [...users, of, index.surprise(run), index.sample([run])];
      });
    };
    const atOnce = told(Infinity);
    expect(atOnce.length).toBeGreaterThan(100);
    expect(told(700)).toEqual(atOnce);
  });
});

it('shingles are counted by account, however many share a place in the table', () => {
  const random = new Random(5);
  const texts = Array.from({ length: 200 }, (_, at) => ({
    account: `a${String(at >> 2).padStart(3, '0')}`,
    shingles: Int32Array.from({ length: 40 }, () => random.int(-500, 3_000) * 65_537),
  }));
  const known = new Map<number, Set<string>>();
  for (const { account, shingles } of texts)
    for (const one of shingles) known.set(one, (known.get(one) ?? new Set()).add(account));
  const users = new ShingleUsers(texts);
  expect(users.writers).toBe(50);
  for (const [shingle, accounts] of known) expect(users.of(shingle)).toBe(accounts.size);
  expect(users.of(-7)).toBe(1);
});
