import { Button } from '@mantine/core';
import { gradeOf } from '../../../domain/addition.ts';
import { messages } from '../../../domain/messages/later.ts';
import { Section } from '../ui/Section.tsx';
import { useBoard } from '../workspace/board.tsx';
import { nameOfAddition, useOpenAddition } from './use-open-addition.ts';

const text = messages.additions;

/** All that was added to the board by hand; nothing where nothing was. */
export function AdditionList() {
  const board = useBoard();
  const open = useOpenAddition();
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
          onClick={() => open(id, one)}
        >
          {nameOfAddition(board, one)}
          {` · ${gradeOf(one)}`}
        </Button>
      ))}
    </Section>
  );
}
