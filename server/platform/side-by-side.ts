/**
 * Does the work for each item, as many at once as `width` says, and returns the results in the order of the items. Once
 * one has failed no other is begun; those under way are waited for, so that nothing goes on behind the caller's back, and
 * then the first failure is thrown.
 */
export async function sideBySide<Item, Result>(
  items: readonly Item[],
  width: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const failures: unknown[] = [];
  let next = 0;
  const takeTurns = async () => {
    while (next < items.length && failures.length === 0) {
      const at = next;
      next += 1;
      try {
        results[at] = await work(items[at]!);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, width) }, takeTurns));
  if (failures.length > 0) throw failures[0];
  return results;
}
