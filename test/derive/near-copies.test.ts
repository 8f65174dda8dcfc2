import { describe, expect, it } from 'vitest';
import { cutHere } from '../../server/detection/derive/cut-texts.ts';
import { nearCopiesOf } from '../../server/detection/derive/near-copies.ts';
import type { Text } from '../../server/detection/derive/text-source.ts';

function text(id: string, account: string, words: string, clients: string[] = []): Text {
  return {
    id,
    account,
    kind: 'bid',
    at: null,
    text: words,
    names: [],
    titles: [],
    clients,
    quotedOnly: false,
  };
}

/** Ten sentences that many use, in an order and choice of one's own. */
const usual = Array.from(
  { length: 40 },
  (_, at) =>
    `We can start with part ${'abcdefghij'[at % 10]!} of step ${'klmn'[at % 4]!}${'opqr'[at >> 2]?.repeat(2) ?? `s${String.fromCharCode(97 + at)}`} soon`,
);
const pitch = (from: number, stride: number) =>
  `${Array.from({ length: 10 }, (_, at) => usual[(from + at * stride) % usual.length]!).join('. ')}.`;

const crowd = Array.from({ length: 30 }, (_, at) => text(`c${at}`, `crowd${at}`, pitch(at * 3, 7)));

describe('near copies', () => {
  it('are found though each of their sentences is usual, when the whole is not', () => {
    const own = pitch(5, 3);
    const goneOver = own.replace('soon.', 'shortly.').replace('We can start', 'I would begin');
    const copies = nearCopiesOf(
      cutHere([...crowd, text('x', 'ann', own), text('y', 'bob', goneOver)]),
    );
    const found = copies.find(({ a, b }) => a === 'ann' && b === 'bob');
    expect(found).toMatchObject({ from: { id: 'x' }, to: { id: 'y' }, accounts: 2 });
    expect(found!.alike).toBeGreaterThan(0.5);
  });

  it('near miss: texts of one trade that have a few sentences in common', () => {
    const half = `${pitch(5, 3).split('. ').slice(0, 2).join('. ')}. ${pitch(1, 11).split('. ').slice(0, 8).join('. ')}`;
    const copies = nearCopiesOf(
      cutHere([...crowd, text('x', 'ann', pitch(5, 3)), text('y', 'bob', half)]),
    );
    expect(copies.filter(({ a, b }) => a === 'ann' && b === 'bob')).toEqual([]);
  });

  it('say with how many accounts a model text was shared', () => {
    const graduates = Array.from({ length: 12 }, (_, at) =>
      text(`g${at}`, `grad${at}`, pitch(5, 3)),
    );
    expect(new Set(nearCopiesOf(cutHere(graduates)).map(({ accounts }) => accounts))).toEqual(
      new Set([12]),
    );
  });

  it('count one template once, however often it is filled in, and another text beside it', () => {
    const filled = (account: string, month: string) =>
      [1, 2, 3].map((bid) =>
        text(
          `${account}${bid}`,
          account,
          `${pitch(5, 3)} I could begin in ${month} of year ${bid}.`,
        ),
      );
    const between = (texts: Text[]) =>
      nearCopiesOf(cutHere([...crowd, ...texts])).filter(({ a, b }) => a === 'ann' && b === 'bob');
    const bids = [...filled('ann', 'May'), ...filled('bob', 'June')];
    expect(between(bids)).toHaveLength(1);
    const resumes = ['ann', 'bob'].map((account) => text(`r-${account}`, account, pitch(2, 11)));
    expect(
      between([...bids, ...resumes])
        .map(({ from }) => from.id.slice(0, 2))
        .sort(),
    ).toEqual(['an', 'r-']);
  });

  it('are none where two quote what their client wrote', () => {
    const brief = text('j', 'client', pitch(5, 3));
    const answers = ['ann', 'bob'].map((account) =>
      text(account, account, `You wrote: ${pitch(5, 3)}`, ['client']),
    );
    expect(nearCopiesOf(cutHere([brief, ...answers]))).toEqual([]);
    expect(nearCopiesOf(cutHere(answers))).toHaveLength(1);
  });

  it('do not depend on the order of texts, and are none within one account', () => {
    const texts = [...crowd, text('x', 'ann', pitch(5, 3)), text('y', 'ann', pitch(5, 3))];
    const copies = nearCopiesOf(cutHere(texts));
    expect(nearCopiesOf(cutHere([...texts].reverse()))).toEqual(copies);
    expect(copies.every(({ a, b }) => a !== b)).toBe(true);
  });
});
