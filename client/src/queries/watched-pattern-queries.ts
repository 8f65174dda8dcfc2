import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask, send } from '../api/fetch.ts';
import { announceProblem } from '../news/announce-problem.ts';
import { useAnnounce } from '../news/announcements.tsx';

export function usePatternStanding(id: string) {
  return useQuery({
    queryKey: ['pattern-standing', id],
    queryFn: ({ signal }) => ask('patternStanding', { id }, {}, signal),
  });
}

type Act = 'try' | 'watch' | 'stop';

/** What can be done with a saved pattern as a watched one; what went wrong is announced. */
export function useWatching(id: string) {
  const client = useQueryClient();
  const announce = useAnnounce();
  const [busy, setBusy] = useState<Act | null>(null);
  const during = async (act: Act, work: () => Promise<unknown>, news: string | null) => {
    setBusy(act);
    try {
      await work();
      if (news !== null) announce(news);
    } catch (error) {
      announceProblem(error);
    } finally {
      await client.invalidateQueries({ queryKey: ['pattern-standing', id] });
      setBusy(null);
    }
  };
  return { busy, during, send };
}
