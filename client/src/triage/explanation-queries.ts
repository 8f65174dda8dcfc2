import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Checking } from '../../../domain/explanation-check.ts';
import { messages } from '../../../domain/messages/later.ts';
import { ask, send } from '../api/fetch.ts';
import { useAnnounce } from '../news/announcements.tsx';
import { toastWithUndo } from '../news/undo-toast.tsx';

const text = messages.explanationChecks;

/** The honest explanations of a finding or a cluster, each with how it was checked; null asks for none. */
export function useExplanations(id: string | null) {
  return useQuery({
    queryKey: ['triage', 'explanations', id],
    queryFn: ({ signal }) => ask('explanations', { id: id! }, {}, signal),
    enabled: id !== null,
  });
}

/** Checks and withdraws; all that shows what was decided asks again. */
export function useChecking() {
  const client = useQueryClient();
  const announce = useAnnounce();
  const shown = (said: string) => {
    announce(said);
    return client.invalidateQueries({ queryKey: ['triage'] });
  };
  const withdraw = async (id: string, why: string) => {
    await send('withdrawExplanationCheck', { id }, { why });
    await shown(text.withdrawnNews);
  };
  return {
    check: async (of: string, checking: Checking) => {
      const { id } = await send('checkExplanation', { id: of }, checking);
      toastWithUndo(text.recorded, () => withdraw(id, messages.judgements.page.atOnce), text.undo);
      await shown(text.recorded);
    },
    withdraw,
  };
}
