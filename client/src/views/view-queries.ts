import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Body, Query } from '../../../domain/api/api.ts';
import type { viewRoutes } from '../../../domain/api/views.ts';
import type { Place } from '../../../domain/views.ts';
import { send } from '../api/fetch.ts';
import { nameOfPlace } from './place-name.ts';

/** Asks what a view needs; while the board changes, what was shown stays until the new answer is there. */
export function useViewAnswer<N extends keyof typeof viewRoutes>(
  name: N,
  body: Body<N>,
  enabled = true,
) {
  return useQuery({
    queryKey: [name, body],
    queryFn: () => send(name, {}, body, {} as Query<N>),
    enabled,
    placeholderData: keepPreviousData,
  });
}

/** Where cities and countries lie, by `CC|city`. */
export function usePlaces(asked: readonly { country: string; city: string | null }[]) {
  const places = [...new Map(asked.map((place) => [nameOfPlace(place), place])).values()];
  const { data, ...rest } = useViewAnswer('places', { places }, places.length > 0);
  const found = new Map<string, Place>(
    (data?.items ?? []).map((item) => [nameOfPlace(item), item]),
  );
  return { ...rest, places: found };
}
