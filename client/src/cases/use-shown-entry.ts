import { useCallback, useEffect } from 'react';

/**
 * Leads to the entry that an address names: pages are fetched until it is there. Answers what its element is to be given.
 */
export function useShownEntry(
  entry: string | null,
  items: readonly { id: string }[] | undefined,
  {
    hasNextPage,
    isFetching,
    fetchNextPage,
  }: { hasNextPage: boolean; isFetching: boolean; fetchNextPage: () => unknown },
): (element: HTMLElement | null) => void {
  const isThere = entry === null || !items || items.some(({ id }) => id === entry);
  useEffect(() => {
    if (!isThere && hasNextPage && !isFetching) void fetchNextPage();
  }, [isThere, hasNextPage, isFetching, fetchNextPage]);
  return useCallback((element: HTMLElement | null) => {
    element?.scrollIntoView({ block: 'center' });
  }, []);
}
