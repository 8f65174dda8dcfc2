import { useQueryClient } from '@tanstack/react-query';
import type { Cluster } from '../../../domain/finding.ts';
import { useBoard } from '../workspace/board.tsx';
import { useSubject } from '../workspace/opened.tsx';
import { useKeeping } from './keeping.tsx';

/** What a person calls the thing that is open: a board's title, a cluster's name; its id where it has none. */
export function useSubjectTitle(): string {
  const board = useBoard();
  const subject = useSubject();
  const { kept } = useKeeping();
  const client = useQueryClient();
  if (kept) return kept.title;
  if (subject.kind === 'start') return '';
  if (subject.kind === 'node') return board.nodes.get(subject.id)?.caption ?? subject.id;
  if (subject.kind === 'cluster')
    return client.getQueryData<Cluster>(['cluster', subject.id])?.name ?? subject.id;
  return subject.id;
}
