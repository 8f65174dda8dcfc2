import { describe, expect, it } from 'vitest';
import { pageOf, readCursor } from '../../server/edge/http/paging.ts';
import { UsageError } from '../../server/platform/problems.ts';

describe('cursors', () => {
  it('lead from page to page, and end', () => {
    const next = (last: number | undefined) => ({ mark: `R:${last}`, skip: 2 });
    const first = pageOf([1, 2, 3], 2, next);
    expect(first.items).toEqual([1, 2]);
    expect(readCursor(first.next!)).toEqual({ mark: 'R:2', skip: 2 });
    expect(pageOf([3], 2, next)).toEqual({ items: [3], next: null });
  });

  it('end where a page is exactly full', () => {
    expect(pageOf([1, 2], 2, () => ({ mark: 'r', skip: 2 })).next).toBeNull();
  });

  it.each(['', 'x', '-1', 'MTA', '!!!!', `${Buffer.from('5:r').toString('base64url')}=`])(
    'are refused when made up: %j',
    (cursor) => {
      expect(() => readCursor(cursor)).toThrow(UsageError);
    },
  );
});
