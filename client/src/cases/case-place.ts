import { useLocation, useSearch } from 'wouter';
import type { CaseEntry } from '../../../domain/case-work.ts';
import { formatRef } from '../../../domain/schema/graph.ts';
import { addressOfBoard, addressOfPair, addressOfSubject } from '../subject/subject.ts';

/** What of a case is shown beside its heading. */
export const caseTabs = [
  ...(['boards', 'comments', 'tasks', 'notes', 'evidence', 'decisions', 'history'] as const),
] as const;
export type CaseTab = (typeof caseTabs)[number];

/** The part of a case that the address names, and the entry in it that it leads to. */
export function useCasePlace(): {
  tab: CaseTab;
  entry: string | null;
  open: (tab: CaseTab) => void;
} {
  const asked = new URLSearchParams(useSearch());
  const [path, navigate] = useLocation();
  const tab = caseTabs.find((one) => one === asked.get('show')) ?? 'boards';
  const open = (to: CaseTab) =>
    navigate(to === 'boards' ? path : `${path}?show=${to}`, { replace: true });
  return { tab, entry: asked.get('entry'), open };
}

/** Where a comment or a task stands in its case. */
export function addressInCase(id: string, show: 'comments' | 'tasks', entry: string): string {
  return `${addressOfSubject('case', id)}?show=${show}&entry=${encodeURIComponent(entry)}`;
}

/** Where that is which an entry of the history tells of. */
export function addressOfEntry({ of, case: id, nodes }: CaseEntry): string {
  switch (of.kind) {
    case 'case':
      return addressOfSubject('case', of.id);
    case 'board': {
      const board = addressOfBoard(id, of.id);
      return of.at === null ? board : `${board}?at=${encodeURIComponent(of.at)}`;
    }
    case 'comment':
      return addressInCase(id, 'comments', of.id);
    case 'task':
      return addressInCase(id, 'tasks', of.id);
    case 'item':
      return `/queue/${encodeURIComponent(of.id)}`;
    case 'nodes': {
      const [one, other] = nodes;
      if (nodes.length === 2 && one?.type === 'account' && other?.type === 'account')
        return addressOfPair(one.id, other.id);
      return one ? addressOfSubject('node', formatRef(one)) : addressOfSubject('case', id);
    }
  }
}
