import { Button, Text } from '@mantine/core';
import { messages } from '../../../domain/messages/browser.ts';
import { useBoard, useBoardActions } from '../workspace/board.tsx';

const text = messages.judgements.page;

/** How many relations analysts have rejected; they are hidden until asked for. */
export function RejectedNote() {
  const board = useBoard();
  const { change } = useBoardActions();
  const count = [...board.relations.values()].filter(
    ({ judgement }) => judgement?.verdict === 'rejected',
  ).length;
  if (count === 0) return null;
  return (
    <div className="remark">
      <Text size="xs">{(board.rejectedShown ? text.shown : text.hidden)(count)}</Text>
      <Button size="compact-xs" variant="subtle" onClick={() => change({ do: 'rejected' })}>
        {board.rejectedShown ? text.hide : text.show}
      </Button>
    </div>
  );
}
