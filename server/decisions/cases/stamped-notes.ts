import type { BoardContent, Note } from '../../../domain/case.ts';

type Notes = BoardContent['notes'];

/**
 * Notes with who wrote each and when. A note that stood there before with the same text keeps its stamp; whoever
 * saves speaks for nobody else. What a file says of an author stays as what it says.
 */
export function stampedNotes(sent: Notes, before: Notes, by: string, at: string): Notes {
  return Object.fromEntries(
    Object.entries(sent).map(([id, note]): [string, Note] => {
      const known = Object.hasOwn(before, id) ? before[id] : undefined;
      return [id, known?.text === note.text ? known : { ...note, by, at }];
    }),
  );
}

/** Notes of a file, which alone vouches for who wrote them. */
export function quotedNotes(sent: Notes): Notes {
  return Object.fromEntries(
    Object.entries(sent).map(([id, note]): [string, Note] => {
      const { by, at } = note;
      return [id, by === null && at === null ? note : { ...note, quoted: { by, at } }];
    }),
  );
}
