import { describe, expect, it } from 'vitest';
import { cutHere, cutInThreads } from '../../server/detection/derive/cut-texts.ts';
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

describe('texts that several threads cut', () => {
  it('are cut as one thread cuts them, and are near copies of the same', async () => {
    const texts = someTexts(new Random(3), 60);
    const here = cutHere(texts);
    for (const threads of [1, 2, 3]) {
      const cut = await cutInThreads(texts, threads);
      expect(cut.stream).toEqual(here.stream);
      expect(cut.shingles).toEqual(here.shingles);
      // Where an account's texts lie in two parts, more of them may be signed.
      here.signatures.forEach((signature, place) => {
        if (signature && cut.signatures[place]) expect(cut.signatures[place]).toEqual(signature);
      });
      expect(nearCopiesOf(texts, cut)).toEqual(nearCopiesOf(texts, here));
    }
    expect(nearCopiesOf(texts).length).toBeGreaterThan(10);
  });

  it('may be fewer than threads, or none', async () => {
    const texts = someTexts(new Random(4), 1).slice(0, 1);
    expect(await cutInThreads(texts, 3)).toEqual(cutHere(texts));
    expect(await cutInThreads([], 2)).toEqual(cutHere([]));
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
