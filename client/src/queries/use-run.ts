import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { QueryRequest, QueryResult } from '../../../domain/query.ts';
import { send } from '../api/fetch.ts';
import { ProblemError } from '../api/problem.ts';

export interface RunLimits {
  rows: number;
  seconds: number;
}

interface RunState {
  /** As the address bears what was asked. */
  of: string;
  running: boolean;
  result: QueryResult | null;
  /** Why there is none, or null. */
  error: Error | null;
  /** There is none because it was ended here. */
  cancelled: boolean;
}

const idle: RunState = { of: '', running: false, result: null, error: null, cancelled: false };
const keptMs = 10 * 60_000;

/** The run of what is asked now: one at a time. Leaving the page ends it; its result is there when one comes back. */
export function useRun(of: string, limits: RunLimits) {
  const client = useQueryClient();
  const [state, setState] = useState(idle);
  const current = useRef<string | null>(null);
  const { rows, seconds } = limits;

  const cancel = useCallback(() => {
    const id = current.current;
    // Whether it was ended, or had ended, is told by the answer to the run itself.
    if (id !== null) send('endQuery', { id }, undefined).catch(() => undefined);
  }, []);
  useEffect(() => cancel, [cancel]);

  const start = useCallback(
    (asked: QueryRequest, as: string) => {
      if (current.current !== null) return;
      const id = crypto.randomUUID();
      current.current = id;
      setState({ ...idle, of: as, running: true });
      send('runQuery', { id }, { ...asked, rows, seconds })
        .then((result) => {
          client.setQueryDefaults(['query-run'], { gcTime: keptMs });
          client.setQueryData(['query-run', as], result);
          setState({ ...idle, of: as, result });
        })
        .catch((error: unknown) => setState({ ...idle, of: as, ...endingBy(error as Error) }))
        .finally(() => {
          current.current = null;
        });
    },
    [client, rows, seconds],
  );
  const kept = client.getQueryData<QueryResult>(['query-run', of]) ?? null;
  const shown = state.of === of ? state : { ...idle, of, result: kept };
  return { ...shown, start, cancel };
}

/** What was cancelled is no failure. */
function endingBy(error: Error): Pick<RunState, 'error' | 'cancelled'> {
  const cancelled = error instanceof ProblemError && error.problem.type === 'ended';
  return { error: cancelled ? null : error, cancelled };
}
