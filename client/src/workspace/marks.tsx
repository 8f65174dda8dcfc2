import { useCallback, useState, type ReactNode } from 'react';
import { messages } from '../../../domain/messages/browser.ts';
import type { Marks } from '../board/marks.ts';
import { useAnnounce } from '../news/announcements.tsx';
import { createSlice } from '../state/create-slice.ts';
import type { OpenedGraph } from '../subject/subject.ts';
import { useOpenedGraph } from './opened.tsx';

const [MarksSlice, useMarks] = createSlice<Marks>('marks');
const [MarkSlice, useMark] = createSlice<(refs: readonly string[]) => void>('mark');

export {
  /** Marked beside the selection, by reference; what is hidden stays in it. */
  useMarks,
  /** Marks these in the place of what was marked. */
  useMark,
};

interface Marked {
  of: OpenedGraph | undefined;
  marks: Marks;
}

const noMarks: Marked = { of: undefined, marks: new Set() };

/** Keeps what is marked of the graph that is open: another begins with nothing marked. */
export function MarksProvider({ children }: { children: ReactNode }) {
  const { data: graph } = useOpenedGraph();
  const announce = useAnnounce();
  const [marked, setMarked] = useState(noMarks);
  const mark = useCallback(
    (refs: readonly string[]) => {
      const marks = new Set(refs);
      setMarked({ of: graph, marks });
      announce(messages.page.marks.count(marks.size));
    },
    [graph, announce],
  );
  return (
    <MarkSlice value={mark}>
      <MarksSlice value={marked.of === graph ? marked.marks : noMarks.marks}>{children}</MarksSlice>
    </MarkSlice>
  );
}
