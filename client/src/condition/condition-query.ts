import { useQuery } from '@tanstack/react-query';
import { ask } from '../api/fetch.ts';

const everyMs = 10_000;

/** How it stands with Skein itself, asked again and again. */
export function useCondition() {
  return useQuery({
    queryKey: ['condition'],
    queryFn: ({ signal }) => ask('condition', {}, {}, signal),
    refetchInterval: everyMs,
    staleTime: 0,
  });
}
