import { useMark, useMarks } from '../../workspace/marks.tsx';
import { useSelect, useSelection } from '../../workspace/selection.tsx';
import type { SeenPlace } from './map-places.ts';

/** What a click on a place does: one address is selected, several are marked; with Shift they are marked beside. */
export function usePlaceActs() {
  const { selected } = useSelection();
  const { select } = useSelect();
  const marks = useMarks();
  const mark = useMark();
  return {
    pick: ({ addresses }: SeenPlace, added: boolean) => {
      if (added) mark([...new Set([...marks, ...addresses])]);
      else if (addresses.length === 1) select(addresses[0]!);
      else mark(addresses);
    },
    /** Whether the selection, or all that is in it, is there. */
    isHere: ({ addresses, accounts }: SeenPlace) =>
      (selected !== null && (addresses.includes(selected) || accounts.includes(selected))) ||
      addresses.every((ref) => marks.has(ref)),
  };
}
