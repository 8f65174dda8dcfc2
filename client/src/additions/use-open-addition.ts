import { addedRef, type Addition } from '../../../domain/addition.ts';
import { messages } from '../../../domain/messages/later.ts';
import { addedLineKey, nameOnBoard } from '../board/additions.ts';
import type { Board } from '../board/board.ts';
import { useSelect } from '../workspace/selection.tsx';

/** What something added is called: its name, or a link as a sentence. */
export function nameOfAddition(board: Board, one: Addition): string {
  return one.kind === 'thing'
    ? one.name
    : messages.additions.reads(nameOnBoard(board, one.from), one.says, nameOnBoard(board, one.to));
}

/** Selects something added, by its id. */
export function useOpenAddition(): (id: string, one: Addition) => void {
  const { select, selectLine } = useSelect();
  return (id, one) => {
    if (one.kind === 'thing') select(addedRef(id));
    else selectLine(addedLineKey(id, one));
  };
}
