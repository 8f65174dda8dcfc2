import { useQuery } from '@tanstack/react-query';
import { ask } from '../../api/fetch.ts';

/** So many runs can be chosen from; what is older is told by `skein diff`. */
const runsAsked = 100;

export function useRuns() {
  return useQuery({
    queryKey: ['runs'],
    queryFn: ({ signal }) => ask('runs', {}, { limit: runsAsked }, signal),
  });
}

/** What is otherwise in a run than in an earlier one, which the server chooses where it is null. What is stored of runs never changes. */
export function useRunDiff(from: string | null, to: string) {
  return useQuery({
    queryKey: ['run-diff', from, to],
    queryFn: ({ signal }) => ask('runDiff', { id: to }, from === null ? {} : { from }, signal),
    staleTime: Infinity,
  });
}
