/** Which texts a value of each class is found in, and which read alike and are not it. */
import { describe, expect, test } from 'vitest';
import type { MaskKind } from '../../domain/schema/masks.ts';
import { pseudonyms } from '../../server/evidence/masking/pseudonyms.ts';

const key = Buffer.alloc(32, 7);

function replaceIn(kind: MaskKind, ...values: string[]): (text: string) => string {
  return pseudonyms(new Map([[kind, new Set(values)]]), key).replaceIn;
}

/** The text with the same sign for every pseudonym. */
function blanked(text: string): string {
  return text.replaceAll(/[a-z]+(?:-[a-z]+)?-[0-9a-f]{12}/g, '·');
}

const cases: [MaskKind, string[], [string, string][]][] = [
  [
    'name',
    ['Johanna Albrecht-Nowak', 'Kim', '김철수', 'José Núñez'],
    [
      ['ALBRECHT-NOWAK, Johanna and johanna albrecht nowak', '· and ·'],
      ['Jose Nunez, or Nuñez, Jose', '·, or ·'],
      ['Kim asks; kimono and KIMBERLY do not', '· asks; kimono and KIMBERLY do not'],
      ['김철수의 방', '·의 방'],
      ['Johanna alone', 'Johanna alone'],
    ],
  ],
  [
    'birth_date',
    ['1988-03-07', '1991'],
    [
      ['born 7 March 1988, 07.03.1988, 3/7/1988, Mar 7, 1988 or 19880307', 'born ·, ·, ·, · or ·'],
      [
        '17.03.1988 and 1988-03-07T09:00:00Z are others',
        '17.03.1988 and 1988-03-07T09:00:00Z are others',
      ],
      ['1991', '·'],
      ['1991 Main Street', '1991 Main Street'],
    ],
  ],
  [
    'ip',
    ['192.0.2.7', '2001:db8::7:1'],
    [
      [
        'from 192.0.2.7:3389, 192.0.2.77 and host 192-0-2-7.example',
        'from ·:3389, · and host ·.example',
      ],
      ['2001:0DB8:0:0:0:0:7:1 is 2001:db8::7:1.', '· is ·.'],
      ['192.0.2.0/24|198.51.100.9', '·|·'],
      [
        'Chrome/120.0.0.0 at 09:30:45, version 1.2.3, on 12.03.1990',
        'Chrome/120.0.0.0 at 09:30:45, version 1.2.3, on 12.03.1990',
      ],
    ],
  ],
  [
    'account_id',
    ['qz7', '7', '123456', 'left|right', 'kestrel-account-01'],
    [
      [
        'qz7 and QZ70, account:qz7 and qz7|192.0.2.7|d1',
        '· and QZ70, account:· and ·|192.0.2.7|d1',
      ],
      ['7 of 123456 in 1123456', '7 of · in 1123456'],
      ['7', '·'],
      ['7|2024-01-01', '·|2024-01-01'],
      [String.raw`left\|right|d1`, '·|d1'],
      ['that left|right is, and left or right are not', 'that · is, and left or right are not'],
      ['F-0123456789abcdef of C-0123456789abcdef', '· of ·'],
    ],
  ],
];

describe.each(cases)('%s', (kind, values, texts) => {
  const replace = replaceIn(kind, ...values);
  test.each(texts)('%s', (text, then) => {
    expect(blanked(replace(text))).toBe(then);
  });
});

test('two writings of one value have one pseudonym', () => {
  const name = replaceIn('name', 'Johanna Albrecht-Nowak', 'ALBRECHT NOWAK Johanna');
  expect(name('ALBRECHT NOWAK Johanna')).toBe(name('Johanna Albrecht-Nowak'));
  const ip = replaceIn('ip', '2001:db8::7:1');
  expect(ip('2001:0DB8:0:0:0:0:7:1')).toBe(ip('2001:db8::7:1'));
});

test('a value of two classes has one pseudonym wherever it stands, and both count it', () => {
  const id = 'kim@mail.example';
  const both = pseudonyms(
    new Map<MaskKind, Set<string>>([
      ['email', new Set([id])],
      ['account_id', new Set([id])],
    ]),
    key,
  );
  expect(both.replaceIn(`account:${id}`)).toBe(`account:${both.replaceIn(id)}`);
  expect(both.replaceIn(`by ${id}.`)).toBe(`by ${both.replaceIn(id)}.`);
  expect(both.counts).toEqual({ email: 1, account_id: 1 });
});
