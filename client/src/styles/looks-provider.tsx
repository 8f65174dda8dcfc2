import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { formatRef } from '../../../domain/schema/graph.ts';
import type { NodeValues } from '../../../domain/views.ts';
import { send } from '../api/fetch.ts';
import { createSlice } from '../state/create-slice.ts';
import type { Board } from '../board/board.ts';
import { useBoard, useBoardActions } from '../workspace/board.tsx';
import {
  fieldsInUse,
  fieldsOn,
  nodesToAsk,
  pairsOn,
  samePairs,
  unfiltered,
  valuesOf,
  type Looks,
  type Values,
} from './field-values.ts';
import { isMeasure, type Measure } from './fields.ts';
import type { DrawnPairs } from './measures.ts';
import type { MeasureResult, MeasureTask } from './measures.worker.ts';
import { outsideOf, rangesKnown } from './ranges.ts';

interface LooksState extends Looks {
  /** Something is still being reckoned or fetched. */
  pending: boolean;
  failed: boolean;
}

const [LooksSlice, useLooks] = createSlice<LooksState>('looks');

export {
  /** What rules and ranges go by, of what is drawn. */
  useLooks,
};

/** Reckons and fetches what the rules and ranges of the board go by, and keeps what lies outside in step with it. */
export function LooksProvider({ children }: { children: ReactNode }) {
  const board = useBoard();
  const looks = useReckoned(board);
  useOutside(board, looks);
  return <LooksSlice value={looks}>{children}</LooksSlice>;
}

const noNodes: ReadonlyMap<string, NodeValues> = new Map();

function useReckoned(board: Board): LooksState {
  const whole = useWhole(board);
  const { fields, money } = useMemo(() => fieldsOn(whole), [whole]);
  const inUse = fieldsInUse(board).join('\n');
  const used = useMemo(
    () => fields.filter(({ id }) => inUse.split('\n').includes(id)),
    [fields, inUse],
  );
  const measures = useMeasures(whole, used.map(({ id }) => id).filter(isMeasure));
  const refs = useMemo(() => nodesToAsk(whole, used), [whole, used]);
  const asked = useQuery({
    queryKey: ['nodeValues', { nodes: refs }],
    queryFn: () => send('nodeValues', {}, { nodes: refs }, {}),
    enabled: refs.length > 0,
    placeholderData: (before) => before,
  });
  const { data } = asked;
  const nodes = useMemo(
    () => (data ? new Map(data.items.map((node) => [formatRef(node), node])) : noNodes),
    [data],
  );
  return useMemo(() => {
    const values = new Map<string, Values>();
    for (const field of used) {
      const own = valuesOf(whole, field, { measures, nodes, money });
      if (own) values.set(field.id, own);
    }
    const failed = refs.length > 0 && asked.isError;
    return { fields, values, pending: values.size < used.length && !failed, failed };
  }, [whole, fields, used, measures, nodes, money, refs, asked.isError]);
}

/** The board without its ranges; the same object as long as only they change. */
function useWhole(board: Board): Board {
  const [kept, keep] = useState(() => unfiltered(board));
  const fields = Object.keys(board) as (keyof Board)[];
  if (fields.every((field) => field === 'filter' || kept[field] === board[field])) return kept;
  const whole = unfiltered(board);
  keep(whole);
  return whole;
}

/** What was measured of which pairs. */
interface Measured {
  pairs: DrawnPairs;
  found: ReadonlyMap<Measure, Float64Array>;
}

const nothing: ReadonlyMap<Measure, Float64Array> = new Map();

/** Reckoned by a worker; what a change of the board leaves as it was is not reckoned again. */
function useMeasures(board: Board, wanted: readonly Measure[]): ReadonlyMap<Measure, Float64Array> {
  const asked = wanted.join(' ');
  const [measured, setMeasured] = useState<Measured | null>(null);
  const pairs = useMemo(() => (asked === '' ? null : pairsOn(board)), [board, asked]);
  const isOf = measured !== null && pairs !== null && samePairs(measured.pairs, pairs);
  const found = isOf ? measured.found : nothing;
  const missing = asked
    .split(' ')
    .filter((one) => isMeasure(one) && !found.has(one))
    .join(' ');
  useEffect(() => {
    if (!pairs || missing === '') return;
    const worker = new Worker(new URL('./measures.worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<MeasureResult>) =>
      setMeasured((before) => ({
        pairs,
        found: new Map([
          ...(before && samePairs(before.pairs, pairs) ? before.found : nothing),
          ...data,
        ]),
      }));
    const task: MeasureTask = { pairs, measures: missing.split(' ').filter(isMeasure) };
    worker.postMessage(task);
    return () => worker.terminate();
  }, [pairs, missing]);
  return found;
}

/** Nodes that came since, and values that were not known: what lies outside follows, which is no step of anybody. */
function useOutside(board: Board, looks: LooksState): void {
  const { change } = useBoardActions();
  const { ranges, outside } = board.filter;
  useEffect(() => {
    if (ranges.length === 0 || !rangesKnown(ranges, looks)) return;
    const now = outsideOf(unfiltered(board), ranges, looks);
    const same = now.size === outside.size && [...now].every((ref) => outside.has(ref));
    if (!same) change({ do: 'reckoned', outside: now });
  }, [board, ranges, outside, looks, change]);
}
