import type { NodeRef } from '../../../domain/schema/graph.ts';
import { formatRef } from '../../../domain/schema/graph.ts';
import { useBoard } from '../workspace/board.tsx';
import { usePointing } from '../workspace/pointed.tsx';
import { withDays } from '../theme/formats.ts';
import { partsOf } from './sentence-parts.ts';

/** How it is called where the canvas does not show it. */
type Name = NodeRef & { caption?: string };

/** A sentence that names things by their ids, here as the canvas names them, the id in small; pointed at, each lights up there. */
export function Sentence({ text, nodes }: { text: string; nodes: readonly Name[] }) {
  return (
    <>
      {partsOf(text, nodes).map((part, at) =>
        typeof part === 'string' ? withDays(part) : <Named key={at} node={part} />,
      )}
    </>
  );
}

function Named({ node }: { node: Name }) {
  const board = useBoard();
  const ref = formatRef(node);
  const pointing = usePointing(ref);
  const caption = board.nodes.get(ref)?.caption ?? node.caption ?? node.id;
  return (
    <span className="named" {...pointing}>
      {caption}
      {caption !== node.id && <small className="named-id">{node.id}</small>}
    </span>
  );
}
