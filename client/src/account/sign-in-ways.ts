import { useQuery } from '@tanstack/react-query';
import { ask } from '../api/fetch.ts';

/** By what else than a password people sign in here. */
export function useSignInWays() {
  return useQuery({
    queryKey: ['sign-in-ways'],
    queryFn: ({ signal }) => ask('signInWays', {}, {}, signal),
    staleTime: Infinity,
  });
}
