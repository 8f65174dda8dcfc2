import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Body } from '../../../domain/api/api.ts';
import type { Values } from '../../../domain/parameters.ts';
import type { Trial } from '../../../domain/trial.ts';
import { messages } from '../../../domain/messages/later.ts';
import { ask, send } from '../api/fetch.ts';
import { useAnnounce } from '../news/announcements.tsx';

/** By what clusters are ordered, as declared. */
export function useRanking() {
  return useQuery({
    queryKey: ['ranking'],
    queryFn: ({ signal }) => ask('ranking', {}, {}, signal),
  });
}

/** Every change of a detector's parameters, the one in force first. */
export function useParameterHistory(detector: string) {
  return useQuery({
    queryKey: ['parameters', detector],
    queryFn: ({ signal }) => ask('parameterHistory', { detector }, {}, signal),
  });
}

/** A trial as far as it is, and the values that it is of. */
export interface Tried {
  of: Values;
  trial: Trial | null;
  error: Error | null;
}

/** Begins trials of a detector, one after the other, and waits for each. */
export function useTrial(detector: string): [Tried | null, (of: Values, changes: Values) => void] {
  const [tried, setTried] = useState<Tried | null>(null);
  const run = async (of: Values, changes: Values) => {
    setTried({ of, trial: null, error: null });
    try {
      let trial = await send('beginTrial', {}, { changes: { [detector]: changes } });
      while (trial.state === 'running')
        trial = await ask('trial', { trial: trial.id }, { wait: 'true' });
      setTried({ of, trial, error: null });
    } catch (error) {
      setTried({
        of,
        trial: null,
        error: error instanceof Error ? error : new Error(String(error)),
      });
    }
  };
  return [tried, (of, changes) => void run(of, changes)];
}

/** Puts values in force; what shows them asks again. */
export function usePutInForce(detector: string) {
  const client = useQueryClient();
  const announce = useAnnounce();
  return async (asked: Body<'putInForce'>) => {
    await send('putInForce', { detector }, asked);
    announce(messages.trialPage.putNews);
    await client.invalidateQueries({ queryKey: ['parameters', detector] });
  };
}
