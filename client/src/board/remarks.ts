import type { Note } from '../../../domain/case.ts';
import type { Board } from './board.ts';

/** What analysts have said of a board and of what is on it. */
export interface Remarks {
  /** By an id of their own, in the order in which they were written. */
  notes: ReadonlyMap<string, Note>;
  /** By the reference of a node. */
  tags: ReadonlyMap<string, readonly string[]>;
}

export const noRemarks: Remarks = { notes: new Map(), tags: new Map() };

export type RemarkChange =
  /** Writes a note, or another text into one. */
  | { do: 'note'; id: string; note: Note }
  | { do: 'unnote'; id: string }
  | { do: 'tag'; refs: readonly string[]; tag: string }
  | { do: 'untag'; ref: string; tag: string };

export function remarked(remarks: Remarks, change: RemarkChange): Remarks {
  const { notes, tags } = remarks;
  switch (change.do) {
    case 'note':
      return { ...remarks, notes: new Map(notes).set(change.id, change.note) };
    case 'unnote':
      return { ...remarks, notes: new Map([...notes].filter(([id]) => id !== change.id)) };
    case 'tag': {
      const added = new Map(tags);
      for (const ref of change.refs)
        added.set(ref, [...new Set([...(tags.get(ref) ?? []), change.tag])]);
      return { ...remarks, tags: added };
    }
    case 'untag': {
      const left = (tags.get(change.ref) ?? []).filter((tag) => tag !== change.tag);
      const others = new Map([...tags].filter(([ref]) => ref !== change.ref));
      return { ...remarks, tags: left.length > 0 ? others.set(change.ref, left) : others };
    }
  }
}

export function notesOn({ notes }: Board, { kind, key }: Note['on']): { id: string; note: Note }[] {
  return [...notes]
    .map(([id, note]) => ({ id, note }))
    .filter(({ note: { on } }) => on.kind === kind && on.key === key);
}

/** References of the nodes that a note is on. */
export function notedNodes({ notes }: Board): Set<string> {
  return new Set([...notes.values()].flatMap(({ on }) => (on.kind === 'node' ? [on.key] : [])));
}

/** References of the nodes that a note or a tag is on. */
export function remarkedNodes(board: Board): ReadonlySet<string> {
  return new Set([...notedNodes(board), ...board.tags.keys()]);
}

/** Each tag with the nodes that bear it, by name. */
export function nodesByTag({ tags }: Board): [string, string[]][] {
  const byTag = new Map<string, string[]>();
  for (const [ref, ofNode] of tags)
    for (const tag of ofNode) byTag.set(tag, [...(byTag.get(tag) ?? []), ref]);
  return [...byTag].sort(([one], [other]) => one.localeCompare(other));
}
