import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Body } from '../../../domain/api/api.ts';
import { messages } from '../../../domain/messages/later.ts';
import { ask, send } from '../api/fetch.ts';
import { toastWithUndo } from '../news/undo-toast.tsx';
import { useAnnounce } from '../news/announcements.tsx';

const text = messages.exceptions.page;

/** People make them one by one: these are all that a person reads. */
const mostShown = 200;

/** Exceptions, latest first. */
export function useExceptions() {
  return useQuery({
    queryKey: ['exceptions'],
    queryFn: ({ signal }) => ask('exceptions', {}, { limit: mostShown }, signal),
  });
}

/** Makes and revokes; the list asks again. */
export function useExcepting() {
  const client = useQueryClient();
  const announce = useAnnounce();
  const shown = (said: string) => {
    announce(said);
    return client.invalidateQueries({ queryKey: ['exceptions'] });
  };
  const revoke = async (id: string, why: string) => {
    await send('revokeException', { id }, { why });
    await shown(text.revokedNews);
  };
  return {
    make: async (excepting: Body<'makeException'>) => {
      const { id } = await send('makeException', {}, excepting);
      toastWithUndo(text.madeNews, () => revoke(id, messages.judgements.page.atOnce));
      await shown(text.madeNews);
    },
    revoke,
  };
}
