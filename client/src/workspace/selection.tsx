import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { messages } from '../../../domain/messages/browser.ts';
import { useAnnounce } from '../news/announcements.tsx';
import { createSlice } from '../state/create-slice.ts';
import { addressOfPair, addressOfSubject, subjectAt, type Subject } from '../subject/subject.ts';
import { aboutParameter, newEntry, useAddressParameter } from './address-parameter.ts';

/** What is told of while another thing stays open: two accounts that are compared, or a finding of what is open. */
type About = Extract<Subject, { kind: 'pair' | 'finding' }>;

/** What one thing on the board the page tells of: a node, a line, a pair of accounts or a finding, never several of these. */
interface Selection {
  /** A node's reference, from the address. */
  selected: string | null;
  /** Key of a bundle of relations. */
  line: string | null;
  about: About | null;
  /** Key of the layer that is lit up, all else faded: the one brought last, or chosen from its list. */
  lit: string | null;
}

interface Select {
  /** Null lets go of what is selected. */
  select: (ref: string | null) => void;
  selectLine: (key: string | null) => void;
  /** Of the pair or the finding of an address; what shows it lies on top of what is drawn. */
  tellOf: (address: string) => void;
  /** Lights up what lies on top, by its key, or nothing of it. */
  light: (layer: string | null) => void;
}

const [SelectionSlice, useSelection] = createSlice<Selection>('selection');
const [SelectSlice, useSelect] = createSlice<Select>('select');

export {
  useSelection,
  /** Selects without being rendered by what is selected. */
  useSelect,
};

/** Where it is told of by itself. */
export function addressOfAbout(about: About): string {
  return about.kind === 'pair'
    ? addressOfPair(about.a, about.b)
    : addressOfSubject('finding', about.id);
}

function aboutAt(address: string | null): About | null {
  const subject = address === null ? null : subjectAt(address);
  return subject?.kind === 'pair' || subject?.kind === 'finding' ? subject : null;
}

/** Keeps what is selected: all but a line in the address, so that a colleague sees the same. */
export function SelectionProvider({ children }: { children: ReactNode }) {
  const announce = useAnnounce();
  const [selected, setSelected] = useAddressParameter('at');
  const [line, setLine] = useState<string | null>(null);
  const [told, setTold] = useAddressParameter(aboutParameter);
  const about = useMemo(() => aboutAt(told), [told]);
  const [chosen, light] = useState<string | null>(null);
  const select = useCallback(
    (ref: string | null) => {
      setLine(null);
      setTold(null);
      light(null);
      setSelected(ref);
      announce(ref === null ? messages.page.canvas.cleared : messages.page.canvas.selected(ref));
    },
    [setTold, setSelected, announce],
  );
  const selectLine = useCallback(
    (key: string | null) => {
      setSelected(null);
      setTold(null);
      light(null);
      setLine(key);
    },
    [setTold, setSelected],
  );
  const tellOf = useCallback(
    (address: string) => {
      newEntry();
      setSelected(null);
      setLine(null);
      light(null);
      setTold(address);
    },
    [setTold, setSelected],
  );
  const lit = chosen ?? (about && addressOfAbout(about));
  const selection = useMemo(() => ({ selected, line, about, lit }), [selected, line, about, lit]);
  const selecting = useMemo(
    () => ({ select, selectLine, tellOf, light }),
    [select, selectLine, tellOf],
  );
  return (
    <SelectSlice value={selecting}>
      <SelectionSlice value={selection}>{children}</SelectionSlice>
    </SelectSlice>
  );
}
