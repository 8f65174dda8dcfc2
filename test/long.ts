import { it } from 'vitest';

/** Of a test that takes longer than a check may: `npm run test:long` runs it. */
export const long = { tags: ['long'] };

/**
 * Goes through the cases as `it.each` does: a check takes the first alone, `npm run test:long` all others. For what shows the
 * same once more, as another width or colour scheme of a page.
 */
export function repeated<T extends readonly [unknown, ...unknown[]]>([first, ...others]: readonly [
  T,
  ...T[],
]) {
  return (name: string, test: (...one: T) => Promise<void>): void => {
    it.each([first])(name, (...one) => test(...(one as unknown as T)));
    it.each(others)(name, long, (...one) => test(...(one as unknown as T)));
  };
}
