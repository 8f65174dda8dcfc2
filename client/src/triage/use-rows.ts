import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import type { TriageItem } from '../../../domain/disposition.ts';
import { ask } from '../api/fetch.ts';
import { useQueueItem, type QueueFilter } from './queue-queries.ts';

/** A line of the queue. */
export interface QueueRow {
  item: TriageItem;
  /** Of a finding that stands in the row of its cluster: that cluster. */
  within: string | null;
  /** Of a cluster whose findings stand in it; null of all else. */
  unfolded: boolean | null;
  /** Of the last finding shown of a cluster that holds more: how many all are. */
  all: number | null;
}

interface Rows {
  rows: QueueRow[];
  /** Clusters whose findings are still being read. */
  waiting: ReadonlySet<string>;
  fold: (id: string, unfolded: boolean) => void;
}

/** So many findings are unfolded in place; a cluster that holds more says so. */
const mostUnfolded = 200;

/**
 * The lines of the queue: each item, and in a cluster that somebody has unfolded its findings, whatever was decided of
 * them. The cluster of a finding that the address asks for is unfolded at first.
 */
export function useRows(
  items: readonly TriageItem[],
  { findings, sort }: QueueFilter,
  asked: string | null,
): Rows {
  const rolled = findings === 'rolled';
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(new Map());
  const { data } = useQueueItem(asked ?? '', asked !== null && rolled);
  const first = data?.cluster_id ?? null;
  const isUnfolded = (id: string) => chosen.get(id) ?? id === first;
  const open = items.filter((item) => rolled && holds(item) && isUnfolded(item.id));
  const held = useQueries({
    queries: open.map(({ id }) => ({
      queryKey: ['triage', 'of', id, sort],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        ask('triage', {}, { cluster: id, sort, limit: mostUnfolded }, signal),
    })),
  });
  const answers = new Map(open.map(({ id }, at) => [id, held[at]?.data]));
  return {
    rows: items.flatMap((item): QueueRow[] => {
      const answer = answers.get(item.id);
      const unfolded = rolled && holds(item) ? isUnfolded(item.id) : null;
      const more = answer && answer.total > answer.items.length ? answer.total : null;
      return [
        { item, within: null, unfolded, all: null },
        ...(answer?.items ?? []).map((finding, at, all) => ({
          ...{ item: finding, within: item.id, unfolded: null },
          all: at === all.length - 1 ? more : null,
        })),
      ];
    }),
    waiting: new Set(open.filter(({ id }) => !answers.get(id)).map(({ id }) => id)),
    fold: (id, unfolded) => setChosen(new Map(chosen).set(id, unfolded)),
  };
}

function holds({ findings = [] }: TriageItem): boolean {
  return findings.length > 0;
}

/** How many findings of clusters are open, and how many there are. */
export function heldBy(items: readonly TriageItem[]): { open: number; all: number } {
  const held = items.flatMap(({ findings = [] }) => findings);
  return {
    open: held.reduce((sum, { open }) => sum + open, 0),
    all: held.reduce((sum, { all }) => sum + all, 0),
  };
}
