import { Link } from 'wouter';
import { formatRef, type NodeRef } from '../../../domain/schema/graph.ts';
import { TypeIcon } from '../theme/TypeIcon.tsx';
import { addressOfSubject } from './subject.ts';

/** Leads to the page of a node, away from the one it stands on. */
export function NodeLink({ node, name = node.id }: { node: NodeRef; name?: string }) {
  return (
    <Link className="node-link" href={addressOfSubject('node', formatRef(node))}>
      <TypeIcon type={node.type} size={14} />
      <span>{name}</span>
    </Link>
  );
}
