import { useQuery } from '@tanstack/react-query';
import type { RouteName } from '../../../domain/api/api.ts';
import type { Permission } from '../../../domain/people.ts';
import { ask } from './fetch.ts';
import { refusalOf, type Refusal } from './refusal.ts';

export const callerKey = ['me'];

/** Who is signed in, and what they may do. */
export function useCaller() {
  return useQuery({
    queryKey: callerKey,
    queryFn: ({ signal }) => ask('whoAmI', {}, {}, signal),
    staleTime: Infinity,
  });
}

/** By what name whoever is signed in is known; null while that is not known. */
export function usePersonName(): string | null {
  return useCaller().data?.person?.name ?? null;
}

/** Whether personal data is masked for whoever looks, or shown for a while alone. */
export function useIsMasked(): boolean {
  const { data } = useCaller();
  return !!data?.person && (data.shown !== null || !data.permissions.includes('see'));
}

/** Whether whoever looks may do that; true while it is not known, as the server decides in any case. */
export function useMay(permission: Permission): boolean {
  const { data } = useCaller();
  return data?.permissions.includes(permission) ?? true;
}

/** Why a route is refused to whoever looks; null where it is answered. */
export function useRefusal(name: RouteName): Refusal | null {
  return refusalOf(useCaller().data, name);
}
