import { useCallback } from 'react';
import { useSearchParams } from 'wouter';

/** The ways to look at what is on the board; the first is what a board opens with. */
export const views = ['graph', 'table', 'map', 'payouts', 'ratings', 'flow'] as const;
export type View = (typeof views)[number];

/** The view in force stands in the address, so that a colleague opens the same one. */
export function useView(): [View, (view: View) => void] {
  const [search, setSearch] = useSearchParams();
  const view = views.find((one) => one === search.get('view')) ?? views[0];
  const show = useCallback(
    (next: View) =>
      setSearch(
        (before) => {
          const after = new URLSearchParams(before);
          if (next === views[0]) after.delete('view');
          else after.set('view', next);
          return after;
        },
        { replace: true },
      ),
    [setSearch],
  );
  return [view, show];
}
