import { Button } from '@mantine/core';
import { addedRef, gradeOf } from '../../../domain/addition.ts';
import { messages } from '../../../domain/messages/later.ts';
import { nameOnBoard } from '../board/additions.ts';
import { Section } from '../ui/Section.tsx';
import { useBoard } from '../workspace/board.tsx';
import { useSelect } from '../workspace/selection.tsx';

const text = messages.additions;

/** All that was added to the board by hand; nothing where nothing was. */
export function AdditionList() {
  const board = useBoard();
  const { select, selectLine } = useSelect();
  const all = [...board.additions];
  if (all.length === 0) return null;
  return (
    <Section title={text.list} count={all.length}>
      {all.map(([id, one]) => (
        <Button
          key={id}
          size="compact-sm"
          variant="subtle"
          className="wraps"
          onClick={() =>
            one.kind === 'thing'
              ? select(addedRef(id))
              : selectLine(JSON.stringify([one.from, one.to, true, addedRef(id)]))
          }
        >
          {one.kind === 'thing'
            ? one.name
            : text.reads(nameOnBoard(board, one.from), one.says, nameOnBoard(board, one.to))}
          {` · ${gradeOf(one)}`}
        </Button>
      ))}
    </Section>
  );
}
