import type { MouseEvent, ReactNode } from 'react';
import { Link } from 'wouter';
import { useOpenedGraph } from '../workspace/opened.tsx';
import { useSelect } from '../workspace/selection.tsx';

interface OnTopLinkProps {
  /** Of a finding or a pair. */
  href: string;
  className?: string;
  children: ReactNode;
}

/**
 * Tells of a finding or a pair beside what is open, with what shows it on top of the canvas, which stays. Where nothing is
 * drawn it leads to its own page; as with every link, Ctrl opens that in a tab of its own.
 */
export function OnTopLink({ href, className = 'text-link', children }: OnTopLinkProps) {
  const { data } = useOpenedGraph();
  const { tellOf } = useSelect();
  const tell = (event: MouseEvent) => {
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
    if (elsewhere || !data || data.nodes.length === 0 || location.pathname === href) return;
    event.preventDefault();
    tellOf(href);
    // The link goes with what told of it before: whoever works by the keyboard goes on in the same place.
    document.getElementById('details')?.focus();
  };
  return (
    <Link className={className} href={href} onClick={tell}>
      {children}
    </Link>
  );
}
