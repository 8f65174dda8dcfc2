import { expect, it } from 'vitest';
import { titleOf } from '../../server/detection/findings/finding-title.ts';

it('puts before a headline whose it is, where it does not say so itself', () => {
  expect(titleOf('60 bids in 3 months', ['a1'])).toBe('a1: 60 bids in 3 months');
  expect(titleOf('a1 sent 60 bids', ['a1'])).toBe('a1 sent 60 bids');
  expect(titleOf('a12 sent 60 bids', ['a1'])).toBe('a1: a12 sent 60 bids');
  expect(titleOf('Two bid alike', ['a1', 'a2'])).toBe('Two bid alike');
  expect(titleOf('A company is linked', [])).toBe('A company is linked');
});
