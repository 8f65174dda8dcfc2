import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Overview } from '../../../domain/answers.ts';
import type { Detection } from '../../../domain/detection.ts';
import { messages } from '../../../domain/messages/browser.ts';
import { ask, send } from '../api/fetch.ts';
import { useOverview } from '../api/queries.ts';
import { announceProblem } from '../news/announce-problem.ts';
import { useAnnounce } from '../news/announcements.tsx';

const text = messages.detections;
const lookMs = 1_000;

/** The detection that was begun last, by whom and wherever it was, as far as it is now; null before the first. */
export function useLatestDetection(): Detection | null {
  const { data: overview } = useOverview();
  const known = overview?.detection ?? null;
  const id = known?.id;
  const { data } = useQuery({
    queryKey: ['detection', id],
    queryFn: ({ signal }) => ask('detection', { detection: id! }, {}, signal),
    enabled: known?.state === 'running',
    refetchInterval: ({ state }) =>
      state.data?.state === 'running' || !state.data ? lookMs : false,
    staleTime: 0,
  });
  return data?.id === id && data ? data : known;
}

/** Begins a detection. What is refused, as where another run detects, is in `error` until it is tried again. */
export function useBeginDetection() {
  const client = useQueryClient();
  const announce = useAnnounce();
  return useMutation({
    mutationFn: () => send('beginDetection', {}, undefined),
    onSuccess: (detection) => {
      client.setQueryData<Overview>(['overview'], (before) => before && { ...before, detection });
      announce(text.begins);
    },
  });
}

export function useCancelDetection(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => send('cancelDetection', { detection: id }, undefined),
    onSuccess: (detection) => client.setQueryData(['detection', id], detection),
    onError: announceProblem,
  });
}

/** Says how a detection ended that was seen at work here, and has what it found asked for at once. */
export function useDetectionNews(detection: Detection | null): void {
  const client = useQueryClient();
  const announce = useAnnounce();
  const running = useRef<string | null>(null);
  useEffect(() => {
    if (!detection) return;
    const { id, state } = detection;
    const ended = running.current === id && state !== 'running';
    running.current = state === 'running' ? id : null;
    if (!ended) return;
    void client.invalidateQueries({ queryKey: ['overview'] }).then(() => {
      const overview = client.getQueryData<Overview>(['overview']);
      if (state !== 'done' || !overview) return;
      const said = text.done(overview.findings, overview.clusters);
      announce(said);
      notifications.show({ color: 'teal', message: said });
    });
  }, [detection, client, announce]);
}
