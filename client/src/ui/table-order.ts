import { messages } from '../../../domain/messages/browser.ts';

export interface Column<T> {
  name: string;
  /** What the column sorts by; null where there is nothing to say. */
  value: (item: T) => string | number | null;
}

export interface Order {
  column: number;
  falling: boolean;
}

const collator = new Intl.Collator(messages.page.locale, { numeric: true });

/** Rows by a column; equal ones as they were, and those that say nothing last, either way. */
export function inOrder<T>(rows: readonly T[], { value }: Column<T>, falling: boolean): T[] {
  return [...rows].sort((one, other) => {
    const [a, b] = [value(one), value(other)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    const order =
      typeof a === 'number' && typeof b === 'number'
        ? a - b
        : collator.compare(String(a), String(b));
    return falling ? -order : order;
  });
}
