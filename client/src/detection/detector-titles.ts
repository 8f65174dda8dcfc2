import type { DetectorInfo } from '../../../domain/answers.ts';
import { useDetectors } from '../api/queries.ts';
import { spaced } from '../theme/formats.ts';

/** Gives a detector's title for its id; the id until the catalogue has come. */
export function useDetectorTitle(): (id: string) => string {
  const { data } = useDetectors();
  return (id) => data?.items.find((detector) => detector.id === id)?.title ?? id;
}

/** What a parameter or a fact of a detector is called; by its own name until the catalogue has come. */
export function nameIn(detector: Pick<DetectorInfo, 'names'> | undefined, name: string): string {
  return detector?.names?.[name] ?? spaced(name);
}
