import { z } from 'zod';
import { messages } from '../../../domain/messages/index.ts';
import { UsageError } from '../../platform/problems.ts';

/** What a list is ordered by, of one of its items: as much as tells it from all others. */
export type Place = readonly (string | number)[];

/** Where the next page of a list begins. */
export interface Position<P extends Place = Place> {
  /**
   * The run whose list it is, so that one that ends meanwhile does not mix two lists; in a list that is ordered by one text,
   * that of the last item of the page before. Empty for the first page.
   */
  mark: string;
  /** The place of the last item of the page before; null for the first page, and where the mark says it all. */
  after: P | null;
}

/** What a list answers. */
export interface Page<T> {
  items: T[];
  next: string | null;
}

/** Of a list whose mark says it all. */
const nothing = z.tuple([]);

/** Throws UsageError for anything but a cursor that a list with such places answered. */
export function readCursor(cursor: string | undefined): Position<readonly []>;
export function readCursor<P extends Place>(
  cursor: string | undefined,
  place: z.ZodType<P>,
): Position<P>;
export function readCursor(
  cursor: string | undefined,
  place: z.ZodType<Place> = nothing,
): Position {
  if (cursor === undefined) return { mark: '', after: null };
  const read = z.tuple([z.string()]).rest(z.unknown()).safeParse(parsed(cursor));
  const [mark = '', ...rest] = read.data ?? [];
  const after = rest.length === 0 ? null : (place.safeParse(rest).data ?? null);
  const isAnswered = read.success && cursorOf({ mark, after }) === cursor;
  if (!isAnswered || (after === null && place !== nothing))
    throw new UsageError(messages.http.badRequest, [
      { where: 'query.cursor', problem: messages.http.badCursor },
    ]);
  return { mark, after };
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}

function cursorOf({ mark, after }: Position): string {
  return Buffer.from(JSON.stringify([mark, ...(after ?? [])])).toString('base64url');
}

/**
 * One page from a list of which one item more was read than fits: only that one says, without a count,
 * whether another page follows, which begins after the last item of this one.
 */
export function pageOf<T>(
  found: readonly T[],
  limit: number,
  next: (last: T) => Position,
): Page<T> {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    next: found.length > limit && last !== undefined ? cursorOf(next(last)) : null,
  };
}
