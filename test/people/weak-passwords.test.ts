/** Which passwords are refused: those that whoever guesses tries first, and no others. */
import { dictionary } from '@zxcvbn-ts/language-common';
import { describe, expect, it } from 'vitest';
import { messages } from '../../domain/messages/index.ts';
import { leastPassword, newPasswordSchema } from '../../domain/people.ts';
import { weaknessOf } from '../../server/people/weak-passwords.ts';

const { mostUsed, guessableBy } = messages.people;
const name = 'Ana.López';

describe('a password', () => {
  it.each(['Password1234', '123456789qwe', 'QWERTY123456', '!!football2024', 'passwordpassword'])(
    'is refused as one of the most used: %s',
    async (password) => {
      expect(await weaknessOf(password, name)).toBe(mostUsed);
    },
  );

  it('is refused where a few signs are said over and over', async () => {
    for (const password of ['aaaaaaaaaaaa', 'abcabcabcabc', 'x1!x1!x1!x1!'])
      expect(await weaknessOf(password, name)).toBe(mostUsed);
  });

  it('is refused wherever the list has it as long as it must be', async () => {
    const long = dictionary['passwords-common'].filter(({ length }) => length >= leastPassword);
    expect(long.length).toBeGreaterThan(100);
    for (const password of long) expect(await weaknessOf(password, name)).not.toBeNull();
  });

  it.each([
    ['my Skein of wool', 'skein'],
    ['ana.lópez is here', 'ana.lópez'],
    // As another keyboard writes it.
    ['whom LÓPEZ knows', 'lópez'],
  ])('is refused with a word of the house, or of its person: %s', async (password, word) => {
    expect(await weaknessOf(password, name)).toBe(guessableBy(word));
  });

  it.each([
    'a corridor of old maps',
    '97 31 5 8840 12 66',
    'password of the third lighthouse keeper',
    'ana and the ananas',
    // Long enough around it to be another.
    'dragon 1946 1722 9844 1200',
    '🦊🦊 und ein Fuß breit',
  ])('is taken: %s', async (password) => {
    expect(await weaknessOf(password, name)).toBeNull();
  });

  it('has so many characters at least, whatever they are, and 64 and more are taken', () => {
    const ofLength = (length: number) => newPasswordSchema.safeParse('x'.repeat(length)).success;
    expect(leastPassword).toBeGreaterThanOrEqual(8);
    expect([leastPassword - 1, leastPassword, 64, 1_024, 1_025].map(ofLength)).toEqual([
      ...[false, true, true, true, false],
    ]);
  });
});
