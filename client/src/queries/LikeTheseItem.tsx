import { Menu } from '@mantine/core';
import { IconMessageQuestion } from '@tabler/icons-react';
import { messages } from '../../../domain/messages/later.ts';
import { visibleMarks } from '../board/marks.ts';
import { useBoard } from '../workspace/board.tsx';
import { useMarks } from '../workspace/marks.tsx';
import { useAskLikeThese } from './use-ask-like-these.ts';

/** Of a node that is marked with others: asks for more of its kind, linked as it is among them. */
export function LikeTheseItem({ nodeRef }: { nodeRef: string }) {
  const board = useBoard();
  const marked = visibleMarks(board, useMarks());
  const askLike = useAskLikeThese();
  if (marked.length < 2 || !marked.includes(nodeRef)) return null;
  return (
    <Menu.Item
      leftSection={<IconMessageQuestion size={16} />}
      onClick={() => askLike(marked, nodeRef)}
    >
      {messages.patternDrawing.like.ask}
    </Menu.Item>
  );
}
