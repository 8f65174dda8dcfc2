import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useOverview } from '../api/queries.ts';

/** What a run decides; the graph on the canvas stays, so that nothing moves under the analyst's hands. */
const ofTheRun = new Set(['clusters', 'findings', 'cluster', 'finding', 'node', 'triage']);

/** Asks again for lists and reasons when a new run has ended, here or elsewhere. */
export function useNewRun(): void {
  const { data } = useOverview();
  const client = useQueryClient();
  // The first run is new too: lists that were asked for before it came back empty.
  const run = data && (data.run?.run ?? null);
  const seen = useRef(run);
  useEffect(() => {
    if (run === undefined) return;
    if (seen.current !== undefined && seen.current !== run)
      void client.invalidateQueries({
        predicate: ({ queryKey: [kind] }) => ofTheRun.has(String(kind)),
      });
    seen.current = run;
  }, [run, client]);
}
