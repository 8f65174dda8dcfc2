import { Tooltip, UnstyledButton } from '@mantine/core';
import { formatRef, type NodeRef } from '../../../domain/schema/graph.ts';
import { useSelect, useSelection } from '../workspace/selection.tsx';
import { TypeIcon } from '../theme/TypeIcon.tsx';

/** A node of a view, which the board may not hold: a click selects it without leaving the view. */
export function ViewNodeLink({ node, name }: { node: NodeRef; name: string }) {
  const { selected } = useSelection();
  const { select } = useSelect();
  const ref = formatRef(node);
  return (
    <Tooltip label={ref.slice(0, 120)} disabled={name === node.id}>
      <UnstyledButton
        className="node-link view-link"
        aria-current={selected === ref || undefined}
        onClick={() => select(ref)}
      >
        <TypeIcon type={node.type} size={14} />
        <bdi>{name}</bdi>
      </UnstyledButton>
    </Tooltip>
  );
}
