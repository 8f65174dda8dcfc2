import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { messages } from '../../../domain/messages/browser.ts';
import { useAnnounce } from '../news/announcements.tsx';
import { createSlice } from '../state/create-slice.ts';
import { useAddressParameter } from './address-parameter.ts';

/** What one thing on the board the page tells of: a node or a line, never both. */
interface Selection {
  /** A node's reference, from the address. */
  selected: string | null;
  /** Key of a bundle of relations. */
  line: string | null;
}

interface Select {
  /** Null lets go of what is selected. */
  select: (ref: string | null) => void;
  selectLine: (key: string | null) => void;
}

const [SelectionSlice, useSelection] = createSlice<Selection>('selection');
const [SelectSlice, useSelect] = createSlice<Select>('select');

export {
  useSelection,
  /** Selects without being rendered by what is selected. */
  useSelect,
};

/** Keeps what is selected: a node in the address, so that a colleague sees the same. */
export function SelectionProvider({ children }: { children: ReactNode }) {
  const announce = useAnnounce();
  const [selected, setSelected] = useAddressParameter('at');
  const [line, setLine] = useState<string | null>(null);
  const select = useCallback(
    (ref: string | null) => {
      setLine(null);
      setSelected(ref);
      announce(ref === null ? messages.page.canvas.cleared : messages.page.canvas.selected(ref));
    },
    [setSelected, announce],
  );
  const selectLine = useCallback(
    (key: string | null) => {
      setSelected(null);
      setLine(key);
    },
    [setSelected],
  );
  const selection = useMemo(() => ({ selected, line }), [selected, line]);
  const selecting = useMemo(() => ({ select, selectLine }), [select, selectLine]);
  return (
    <SelectSlice value={selecting}>
      <SelectionSlice value={selection}>{children}</SelectionSlice>
    </SelectSlice>
  );
}
