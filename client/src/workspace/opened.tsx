import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';
import { AnnouncementsProvider } from '../news/announcements.tsx';
import { createSlice } from '../state/create-slice.ts';
import {
  graphOfSubject,
  useSubjectOfAddress,
  type OpenedGraph,
  type Subject,
} from '../subject/subject.ts';

/** The graph of what the address names, once it has come; `data` is another object whenever it was asked anew. */
type GraphAsked = Pick<
  UseQueryResult<OpenedGraph>,
  'data' | 'error' | 'refetch' | 'isFetching' | 'dataUpdatedAt'
>;

const [SubjectSlice, useSubject] = createSlice<Subject>('subject');
const [GraphSlice, useOpenedGraph] = createSlice<GraphAsked>('graph');

export {
  /** What the address names. */
  useSubject,
  useOpenedGraph,
};

/** Opens what the address names. */
export function OpenedProvider({ children }: { children: ReactNode }) {
  const subject = useSubjectOfAddress();
  const { data, error, refetch, isFetching, dataUpdatedAt } = useQuery({
    queryKey: ['graph', subject],
    queryFn: ({ signal }) => graphOfSubject(subject, signal),
    staleTime: Infinity,
    // A board is read anew whenever it is opened: another may have changed it.
    ...(subject.kind === 'board' ? { gcTime: 0 } : {}),
  });
  const asked = useMemo(
    (): GraphAsked => ({ data, error, refetch, isFetching, dataUpdatedAt }),
    [data, error, refetch, isFetching, dataUpdatedAt],
  );
  return (
    <SubjectSlice value={subject}>
      <GraphSlice value={asked}>
        <AnnouncementsProvider of={data}>{children}</AnnouncementsProvider>
      </GraphSlice>
    </SubjectSlice>
  );
}
