import { Menu } from '@mantine/core';
import { IconRoute } from '@tabler/icons-react';
import { messages } from '../../../domain/messages/later.ts';
import { useBoard } from '../workspace/board.tsx';
import { useMarks } from '../workspace/marks.tsx';
import { visibleMarks } from '../board/marks.ts';
import { usePath } from './use-path.ts';

/** The way to a node from what was selected before, or else from the only other node that is marked. */
export function PathHere({ from, to }: { from: string | null; to: string }) {
  const board = useBoard();
  const marks = useMarks();
  const showPath = usePath();
  const others = visibleMarks(board, marks).filter((ref) => ref !== to);
  const start = from !== null && from !== to ? from : others.length === 1 ? others[0]! : null;
  const node = start === null ? undefined : board.nodes.get(start);
  if (start === null || !node) return null;
  return (
    <Menu.Item leftSection={<IconRoute size={16} />} onClick={() => showPath(start, to)}>
      <span className="breaks">{messages.looks.paths.here(node.caption)}</span>
    </Menu.Item>
  );
}
