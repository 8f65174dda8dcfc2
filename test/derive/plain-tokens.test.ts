import { expect, it } from 'vitest';
import { Vocabulary } from '../../server/detection/derive/text-tokens.ts';
import { Random } from '../../worlds/shipped/chance/random.ts';

/** What a text in ASCII is cut by, as a pattern has it. */
const pattern = /#[nuptl]\b|[A-Za-z0-9']+|[.!?;:\n]/g;
const pieces = [
  ...[
    "it's",
    'Will',
    'will',
    'German',
    'A1',
    '2',
    '#n',
    '#',
    '#x',
    '#p_',
    "#t'",
    '#un',
    '##l',
    '_a',
  ],
  ...[
    '.',
    '!',
    '?',
    ';',
    ':',
    '\n',
    ' ',
    ' ',
    ', ',
    '-',
    '/',
    '(',
    ')',
    "'",
    '\t',
    '\u007f',
    'zz',
    '@',
  ],
];

it('a text in ASCII is cut as the pattern cuts it, whatever stands in it', () => {
  const random = new Random(11);
  const [one, other] = [new Vocabulary(), new Vocabulary()];
  for (let nth = 0; nth < 3_000; nth += 1) {
    const text = Array.from({ length: random.int(0, 25) }, () =>
      random.chance(0.1) ? String.fromCharCode(random.int(0, 127)) : random.pick(pieces),
    ).join('');
    const cut = (text.match(pattern) ?? []).map((written) => other.tokenOf(written));
    expect(one.tokensIn(text), JSON.stringify(text)).toEqual(cut);
  }
  expect(one.words).toEqual(other.words);
});

it('more words than there was room for at first are all known again', () => {
  const vocabulary = new Vocabulary();
  const words = Array.from({ length: 20_000 }, (_, at) =>
    at.toString(26).replaceAll(/[0-9]/g, (sign) => 'qrstuvwxyz'.charAt(Number(sign))),
  );
  const first = vocabulary.tokensIn(words.join(' '));
  expect(first.map(({ word }) => word)).toEqual(words);
  expect(vocabulary.tokensIn(words.join(' '))).toEqual(first);
});
