import { messages } from '../../../domain/messages/index.ts';
import { UsageError } from '../../platform/problems.ts';

/** Where the next page of a list begins. */
export interface Position {
  /**
   * The run whose list it is, so that one that ends meanwhile does not mix two lists; in a list that grows
   * at its top, the last item of the page before. Empty for the first page.
   */
  mark: string;
  /** So many items of the list come before. */
  skip: number;
}

/** What a list answers. */
export interface Page<T> {
  items: T[];
  next: string | null;
}

/** Throws UsageError for anything but a cursor that a list answered. */
export function readCursor(cursor: string | undefined): Position {
  if (cursor === undefined) return { mark: '', skip: 0 };
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  const match = /^(\d{1,9}):(.*)$/s.exec(text);
  if (!match || cursorOf({ skip: Number(match[1]), mark: match[2] ?? '' }) !== cursor)
    throw new UsageError(messages.http.badRequest, [
      { where: 'query.cursor', problem: messages.http.badCursor },
    ]);
  return { skip: Number(match[1]), mark: match[2] ?? '' };
}

function cursorOf({ mark, skip }: Position): string {
  return Buffer.from(`${skip}:${mark}`).toString('base64url');
}

/**
 * One page from a list of which one item more was read than fits: only that one says, without a count,
 * whether another page follows, which begins at `next`.
 */
export function pageOf<T>(
  found: readonly T[],
  limit: number,
  next: (last: T | undefined) => Position,
): Page<T> {
  const items = found.slice(0, limit);
  return { items, next: found.length > limit ? cursorOf(next(items.at(-1))) : null };
}
