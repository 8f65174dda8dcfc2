import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Body } from '../../../domain/api/api.ts';
import { messages } from '../../../domain/messages/later.ts';
import type { TrialSummary } from '../../../domain/trial.ts';
import { ask, send } from '../api/fetch.ts';
import { useAnnounce } from '../news/announcements.tsx';

const weightsKey = ['weights'];
const calibrationsKey = ['calibrations'];

/** Every change of the weights, the one in force first. */
export function useWeightHistory() {
  return useQuery({
    queryKey: weightsKey,
    queryFn: ({ signal }) => ask('weightHistory', {}, {}, signal),
  });
}

/** The latest calibrations that ended well, the last one first. */
export function useCalibrations() {
  return useQuery({
    queryKey: calibrationsKey,
    queryFn: async ({ signal }): Promise<TrialSummary[]> => {
      const { items } = await ask('trials', {}, {}, signal);
      return items.filter(({ calibrate, state }) => calibrate && state === 'done');
    },
  });
}

/** What a kept calibration would change. */
export function useKeptTrial(id: string | null) {
  return useQuery({
    queryKey: [...calibrationsKey, id],
    enabled: id !== null,
    queryFn: ({ signal }) => ask('trial', { trial: id! }, {}, signal),
  });
}

/** Has weights estimated, and waits until they are; answers the trial's id. Rejects with why it could not be. */
export function useCalibrate() {
  const client = useQueryClient();
  return async (): Promise<string> => {
    let trial = await send('beginTrial', {}, { calibrate: true });
    while (trial.state === 'running')
      trial = await ask('trial', { trial: trial.id }, { wait: 'true' });
    if (trial.problem !== null) throw new Error(trial.problem);
    await client.invalidateQueries({ queryKey: calibrationsKey });
    return trial.id;
  };
}

/** Puts weights in force, or brings back earlier ones; what shows them asks again. */
export function usePutWeights() {
  const client = useQueryClient();
  const announce = useAnnounce();
  return async (asked: Body<'putWeights'>) => {
    await send('putWeights', {}, asked);
    const { putNews, backNews } = messages.calibrationPage;
    announce(asked.trial ? putNews : backNews);
    await client.invalidateQueries({ queryKey: weightsKey });
  };
}
