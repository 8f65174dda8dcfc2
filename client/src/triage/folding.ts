import type { Place } from './use-place.ts';
import type { QueueRow } from './use-rows.ts';

/** What unfolds and folds clusters, and goes where one is then: as in any tree, right is in and left is out. */
export function foldingOf(
  rows: readonly QueueRow[],
  place: Place,
  fold: (id: string, unfolded: boolean) => void,
) {
  const here = rows.find(({ item }) => item.id === place.id);
  const goTo = (id: string) => {
    place.go(id);
    place.focus();
  };
  const put = (id: string, unfolded: boolean) => {
    fold(id, unfolded);
    // What one is at is not folded away under one's hands.
    if (!unfolded && here?.within === id) goTo(id);
  };
  return {
    put,
    into: () => {
      if (here?.unfolded === false) put(here.item.id, true);
      else if (here?.unfolded) place.step(1);
    },
    out: () => {
      if (here?.within) goTo(here.within);
      else if (here?.unfolded) put(here.item.id, false);
    },
  };
}
