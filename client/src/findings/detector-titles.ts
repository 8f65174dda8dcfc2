import { useDetectors } from '../api/queries.ts';

/** Gives a detector's title for its id; the id until the catalogue has come. */
export function useDetectorTitle(): (id: string) => string {
  const { data } = useDetectors();
  return (id) => data?.items.find((detector) => detector.id === id)?.title ?? id;
}
