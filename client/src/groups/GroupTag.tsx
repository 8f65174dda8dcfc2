import { UnstyledButton } from '@mantine/core';
import { formatRef, type NodeRef } from '../../../domain/schema/graph.ts';
import { messages } from '../../../domain/messages/later.ts';
import { useBoard } from '../workspace/board.tsx';
import { useSelect } from '../workspace/selection.tsx';
import { holderOf } from '../board/node-group.ts';

/** The group that a node is drawn in, where it is in one; a click shows it. */
export function GroupTag({ node }: { node: NodeRef }) {
  const board = useBoard();
  const { select } = useSelect();
  const group = board.groups.get(holderOf(board.groups, formatRef(node)));
  if (!group) return null;
  return (
    <UnstyledButton className="pill breaks" onClick={() => select(group.key)}>
      {messages.looks.groups.in(group.name)}
    </UnstyledButton>
  );
}
