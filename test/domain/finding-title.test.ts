import { expect, it } from 'vitest';
import { titleWithSubject } from '../../domain/finding-title.ts';

it('puts before a title whose it is, where it does not say so itself', () => {
  expect(titleWithSubject({ title: '60 bids in 3 months', accounts: ['a1'] })).toBe(
    'a1: 60 bids in 3 months',
  );
  expect(titleWithSubject({ title: 'a1 sent 60 bids', accounts: ['a1'] })).toBe('a1 sent 60 bids');
  expect(titleWithSubject({ title: 'a12 sent 60 bids', accounts: ['a1'] })).toBe(
    'a1: a12 sent 60 bids',
  );
  expect(titleWithSubject({ title: 'Two bid alike', accounts: ['a1', 'a2'] })).toBe(
    'Two bid alike',
  );
  expect(titleWithSubject({ title: 'A company is linked', accounts: [] })).toBe(
    'A company is linked',
  );
});
