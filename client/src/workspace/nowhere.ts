import { isMissing } from '../api/problem.ts';
import { useDetectors } from '../api/queries.ts';
import { useOpenedGraph, useSubject } from './opened.tsx';

/** The address names nothing that there is. */
export function useLeadsNowhere(): boolean {
  const subject = useSubject();
  const { data, error } = useOpenedGraph();
  const { data: detectors } = useDetectors();
  if (subject.kind === 'detector')
    return detectors !== undefined && !detectors.items.some(({ id }) => id === subject.id);
  return subject.kind === 'nowhere' || (!data && isMissing(error));
}
