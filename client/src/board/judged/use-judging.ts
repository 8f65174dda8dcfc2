import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Body, Query } from '../../../../domain/api/api.ts';
import type { Judgement } from '../../../../domain/judgement.ts';
import { messages } from '../../../../domain/messages/browser.ts';
import { ask, send } from '../../api/fetch.ts';
import { useOverview } from '../../api/queries.ts';
import { toastWithUndo } from '../../news/undo-toast.tsx';
import { useAnnounce } from '../../news/announcements.tsx';

const text = messages.judgements.page;
/** Of one thing nobody has judged more often. */
const longestHistory = 200;

/** What was judged of a node or of a relation, latest first, withdrawn ones too. */
export function useJudgementsOf(of: Pick<Query<'judgements'>, 'subject' | 'relation'>) {
  return useQuery({
    queryKey: ['judgements', 'of', of],
    queryFn: ({ signal }) => ask('judgements', {}, { ...of, limit: longestHistory }, signal),
  });
}

/** What is in force about these nodes, by reference. */
export function useJudgementsAmong(nodes: readonly string[]) {
  return useQuery({
    queryKey: ['judgements', 'among', nodes.join('\n')],
    queryFn: async () => (await send('judgementsAmong', {}, { nodes: [...nodes] })).items,
    enabled: nodes.length > 0,
    placeholderData: keepPreviousData,
  });
}

/** Records and withdraws; all that shows judgements asks again. */
export function useJudging() {
  const client = useQueryClient();
  const announce = useAnnounce();
  const shown = (said: string) => {
    announce(said);
    return client.invalidateQueries({
      predicate: ({ queryKey: [kind] }) => kind === 'judgements' || kind === 'explanation',
    });
  };
  const withdraw = async (id: string, why: string) => {
    await send('withdrawJudgement', { id }, { why });
    await shown(text.withdrawnNews);
  };
  return {
    record: async (judging: Body<'recordJudgement'>) => {
      const { id } = await send('recordJudgement', {}, judging);
      toastWithUndo(text.recorded, () => withdraw(id, text.atOnce));
      await shown(text.recorded);
    },
    withdraw,
  };
}

/** Whether the latest run used it. */
export function useCounted(): (judgement: Judgement) => boolean {
  const { data } = useOverview();
  const used = new Set(data?.run?.judgements);
  return ({ id }) => used.has(id);
}
