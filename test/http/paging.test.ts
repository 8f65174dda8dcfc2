import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { pageOf, readCursor } from '../../server/edge/http/paging.ts';
import { UsageError } from '../../server/platform/problems.ts';

const place = z.tuple([z.number(), z.string()]);
const next = (last: number) => ({ mark: 'R', after: [last / 10, `f${last}`] });

describe('cursors', () => {
  it('lead from page to page, and end', () => {
    const first = pageOf([1, 2, 3], 2, next);
    expect(first.items).toEqual([1, 2]);
    expect(readCursor(first.next!, place)).toEqual({ mark: 'R', after: [0.2, 'f2'] });
    expect(pageOf([3], 2, next)).toEqual({ items: [3], next: null });
  });

  it('need no place where a mark says it all', () => {
    const { next: cursor } = pageOf([1, 2], 1, (last) => ({ mark: `m${last}`, after: null }));
    expect(readCursor(cursor!)).toEqual({ mark: 'm1', after: null });
  });

  it('end where a page is exactly full', () => {
    expect(pageOf([1, 2], 2, next).next).toBeNull();
  });

  const made = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  it.each([
    '',
    'x',
    '-1',
    'MTA',
    '!!!!',
    `${made(['R', 0.2, 'f2'])}=`,
    made({ mark: 'R' }),
    made([1, 0.2, 'f2']),
    made(['R']),
    made(['R', 0.2]),
    made(['R', '0.2', 'f2']),
    made(['R', 0.2, 'f2', 'more']),
    made(['R', null, 'f2']),
  ])('are refused when made up, or of another list: %j', (cursor) => {
    expect(() => readCursor(cursor, place)).toThrow(UsageError);
  });

  it('are refused when they bring a place where there is none', () => {
    expect(() => readCursor(made(['R', 0.2, 'f2']))).toThrow(UsageError);
  });
});
