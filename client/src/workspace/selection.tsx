import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { messages } from '../../../domain/messages/browser.ts';
import { useAnnounce } from '../news/announcements.tsx';
import { createSlice } from '../state/create-slice.ts';
import { addressOfPair, subjectAt } from '../subject/subject.ts';
import { useAddressParameter } from './address-parameter.ts';

/** Two accounts, by their ids. */
export interface Pair {
  a: string;
  b: string;
}

/** What one thing on the board the page tells of: a node, a line or a pair of accounts, never several of these. */
interface Selection {
  /** A node's reference, from the address. */
  selected: string | null;
  /** Key of a bundle of relations. */
  line: string | null;
  pair: Pair | null;
}

interface Select {
  /** Null lets go of what is selected. */
  select: (ref: string | null) => void;
  selectLine: (key: string | null) => void;
  selectPair: (pair: Pair) => void;
}

const [SelectionSlice, useSelection] = createSlice<Selection>('selection');
const [SelectSlice, useSelect] = createSlice<Select>('select');

export {
  useSelection,
  /** Selects without being rendered by what is selected. */
  useSelect,
};

/** The pair that an address names. */
function pairAt(address: string | null): Pair | null {
  const subject = address === null ? null : subjectAt(address);
  return subject?.kind === 'pair' ? { a: subject.a, b: subject.b } : null;
}

/** Keeps what is selected: a node or a pair in the address, so that a colleague sees the same. */
export function SelectionProvider({ children }: { children: ReactNode }) {
  const announce = useAnnounce();
  const [selected, setSelected] = useAddressParameter('at');
  const [line, setLine] = useState<string | null>(null);
  const [compared, setCompared] = useAddressParameter('pair');
  const pair = useMemo(() => pairAt(compared), [compared]);
  const select = useCallback(
    (ref: string | null) => {
      setLine(null);
      setCompared(null);
      setSelected(ref);
      announce(ref === null ? messages.page.canvas.cleared : messages.page.canvas.selected(ref));
    },
    [setCompared, setSelected, announce],
  );
  const selectLine = useCallback(
    (key: string | null) => {
      setSelected(null);
      setCompared(null);
      setLine(key);
    },
    [setCompared, setSelected],
  );
  const selectPair = useCallback(
    ({ a, b }: Pair) => {
      setSelected(null);
      setLine(null);
      setCompared(addressOfPair(a, b));
    },
    [setCompared, setSelected],
  );
  const selection = useMemo(() => ({ selected, line, pair }), [selected, line, pair]);
  const selecting = useMemo(
    () => ({ select, selectLine, selectPair }),
    [select, selectLine, selectPair],
  );
  return (
    <SelectSlice value={selecting}>
      <SelectionSlice value={selection}>{children}</SelectionSlice>
    </SelectSlice>
  );
}
