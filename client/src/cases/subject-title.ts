import { skipToken, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { Answer } from '../../../domain/api/api.ts';
import { clusterTitle } from '../../../domain/labels/cluster-title.ts';
import type { SavedQuery } from '../../../domain/query.ts';
import { formatRef } from '../../../domain/schema/graph.ts';
import type { Board } from '../board/board.ts';
import { readAsked } from '../subject/query-address.ts';
import type { Subject } from '../subject/subject-of.ts';
import { sentence } from '../ui/sentence-parts.ts';
import { written } from '../theme/written.ts';
import { useBoard } from '../workspace/board.tsx';
import { useSubject } from '../workspace/opened.tsx';
import { useKeeping } from './keeping.tsx';

/** What a person calls the thing that is open: a board's title, a cluster's, a finding's; its id where it has none. */
export function useSubjectTitle(): string {
  const board = useBoard();
  const subject = useSubject();
  const { kept } = useKeeping();
  const client = useQueryClient();
  // Asks for nothing, but renders again once the details have their answer.
  useQuery({ queryKey: toldBy(subject), queryFn: skipToken });
  return kept ? kept.title : titleOf(subject, board, client);
}

/** Under what the details keep their answer about what is open. */
function toldBy(subject: Subject): readonly string[] {
  switch (subject.kind) {
    case 'cluster':
    case 'finding':
      return [subject.kind, subject.id];
    case 'query':
      return ['saved-query', subject.id];
    default:
      return ['titled by what is drawn'];
  }
}

/** Named as on the canvas; what the details have asked for already is not asked again. */
function titleOf(subject: Subject, { nodes }: Board, client: QueryClient): string {
  const account = (id: string) => nodes.get(formatRef({ type: 'account', id }))?.caption ?? id;
  switch (subject.kind) {
    case 'start':
      return '';
    case 'node':
      return nodes.get(subject.id)?.caption ?? subject.id;
    case 'pair':
      return `${account(subject.a)} – ${account(subject.b)}`;
    case 'cluster': {
      const found = client.getQueryData<Answer<'cluster'>>(['cluster', subject.id]);
      return found ? clusterTitle(found, written) : subject.id;
    }
    case 'finding': {
      const found = client.getQueryData<Answer<'finding'>>(['finding', subject.id]);
      return found ? sentence(found.title, [...nodes.values()]) : subject.id;
    }
    case 'query':
      return (
        client.getQueryData<SavedQuery>(['saved-query', subject.id])?.title ??
        readAsked(subject.asked)?.text ??
        subject.id
      );
    default:
      return subject.id;
  }
}
