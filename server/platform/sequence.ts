/** Items in order that can be gone through again and again. An array is one; so is a list that lies on the disk. */
export interface Sequence<T> extends Iterable<T> {
  readonly length: number;
}

/** Those of the items that pass the test. */
export function selected<T>(items: Iterable<T>, passes: (item: T) => boolean): T[] {
  const found: T[] = [];
  for (const item of items) if (passes(item)) found.push(item);
  return found;
}
