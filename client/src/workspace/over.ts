import { useEffect, useEffectEvent, useRef, type Dispatch } from 'react';
import { navigate, useLocationProperty } from 'wouter/use-browser-location';
import type { GraphNode } from '../../../domain/answers.ts';
import type { LayerKind } from '../../../domain/case.ts';
import { formatRef } from '../../../domain/schema/graph.ts';
import { ask } from '../api/fetch.ts';
import type { Board } from '../board/board.ts';
import type { Step } from '../board/board-history.ts';
import type { LayerTold } from '../board/layers.ts';
import { announceProblem } from '../news/announce-problem.ts';
import { aboutParameter } from './address-parameter.ts';
import { useOpenedGraph } from './opened.tsx';
import { nameOfQuery } from './query-name.ts';
import { graphOfSubject, subjectAt, type OpenedGraph, type Subject } from '../subject/subject.ts';

/** The parameter of the address that names, by its own address, what lies on top of what is drawn; there may be several. */
const over = 'over';
/** Where in this tab something was drawn last. */
const lastDrawn = 'skein-last-drawn';

/** So many an address may ask for. */
const mostOver = 20;

/** What may lie on top of a board. */
const kinds = {
  pair: 'pair',
  finding: 'finding',
  cluster: 'cluster',
  search: 'search',
  query: 'query',
  node: 'neighbours',
} as const satisfies Partial<Record<Subject['kind'], LayerKind>>;

function oversInAddress(): string {
  const search = new URLSearchParams(location.search);
  return JSON.stringify([...search.getAll(over), ...search.getAll(aboutParameter)]);
}

/** What was asked for on top of a graph, and what ends the asking once another is open. */
interface Asking {
  graph: OpenedGraph;
  path: string;
  addresses: Set<string>;
  /** Those of them that came after it was opened. */
  brought: Set<string>;
  left: AbortController;
}

/**
 * Brings what the address names on top of the board once that is open. What comes after another was opened is let go; what is
 * taken off the board again is not brought back by what the address still says.
 */
export function useOver(graph: OpenedGraph | undefined, board: Board, step: Dispatch<Step>): void {
  const addresses = useLocationProperty(oversInAddress);
  const asking = useRef<Asking>(null);
  const { layers } = board;
  const open = graph !== undefined && board.origin === graph;
  useRememberDrawn(open && board.nodes.size > 0);
  useBack((left) => {
    const { path, addresses: asked, brought } = asking.current ?? {};
    if (!open || path !== location.pathname) return;
    for (const address of [...brought!].filter((one) => !left.has(one))) {
      asked!.delete(address);
      brought!.delete(address);
      step({ do: 'lift', layer: address });
    }
  });
  useEffect(() => {
    if (!open) return;
    if (asking.current?.graph !== graph) {
      asking.current?.left.abort();
      asking.current = {
        ...{ graph, path: location.pathname, addresses: new Set(layers.keys()) },
        ...{ brought: new Set(), left: new AbortController() },
      };
    }
    const { addresses: asked, brought, left } = asking.current;
    for (const address of (JSON.parse(addresses) as string[]).slice(0, mostOver)) {
      if (asked.has(address)) continue;
      asked.add(address);
      brought.add(address);
      layerAt(address, left.signal).then(
        (layer) => {
          if (layer && !left.signal.aborted) step({ do: 'add', ...layer });
        },
        (error: unknown) => {
          if (!left.signal.aborted) announceProblem(error);
        },
      );
    }
  }, [addresses, graph, layers, open, step]);
}

/** The browser's Back takes away again what a later step put on top. */
function useBack(lift: (left: ReadonlySet<string>) => void): void {
  const back = useEffectEvent(() => lift(new Set(JSON.parse(oversInAddress()) as string[])));
  useEffect(() => {
    const onBack = () => back();
    window.addEventListener('popstate', onBack);
    return () => window.removeEventListener('popstate', onBack);
  }, []);
}

/** Where a board was drawn last in this tab is where things can be put on top from a list or a search. */
function useRememberDrawn(drawn: boolean): void {
  const address = useLocationProperty(addressHere);
  useEffect(() => {
    if (drawn) sessionStorage.setItem(lastDrawn, address);
  }, [drawn, address]);
}

/** With what it is asked by, and what lies on top of it. */
function addressHere(): string {
  return location.pathname + location.search;
}

/** Null where the address names nothing that can lie on top of a board. */
async function layerAt(
  address: string,
  signal: AbortSignal,
): Promise<{ graph: OpenedGraph; layer: LayerTold } | null> {
  const subject = subjectAt(address);
  if (!(subject.kind in kinds)) return null;
  const [graph, title] = await Promise.all([
    graphOfSubject(subject, signal),
    titleOf(subject, signal),
  ]);
  const kind = kinds[subject.kind as keyof typeof kinds];
  const { nodes, relations } = shownOf(graph);
  const name = title ?? namedIn(subject, nodes);
  return { graph: { nodes, relations, omitted: 0 }, layer: { key: address, kind, name } };
}

/** Of what opens as a story, what it is told by: the rest would hide what it lies on. */
function shownOf({
  nodes,
  relations,
  story,
}: OpenedGraph): Pick<OpenedGraph, 'nodes' | 'relations'> {
  if (!story) return { nodes, relations };
  const shown = new Set(story.shown.map(formatRef));
  return {
    nodes: nodes.filter((node) => shown.has(formatRef(node))),
    relations: relations.filter(
      ({ from, to }) => shown.has(formatRef(from)) && shown.has(formatRef(to)),
    ),
  };
}

/** What a run says of it, or a query asks; null where it says nothing of such. */
async function titleOf(subject: Subject, signal: AbortSignal): Promise<string | null> {
  if (subject.kind === 'finding')
    return (await ask('finding', { id: subject.id }, {}, signal)).title;
  if (subject.kind === 'cluster')
    return (await ask('cluster', { id: subject.id }, {}, signal)).name;
  return subject.kind === 'query' ? nameOfQuery(subject, signal) : null;
}

/** Two accounts, or a node, as the canvas names them; a search by its words. */
function namedIn(subject: Subject, nodes: readonly GraphNode[]): string {
  const captions = new Map(nodes.map((node) => [formatRef(node), node.caption]));
  const account = (id: string) => captions.get(formatRef({ type: 'account', id })) ?? id;
  if (subject.kind === 'pair') return `${account(subject.a)} – ${account(subject.b)}`;
  if (subject.kind === 'start' || subject.kind === 'query') return '…';
  return captions.get(subject.id) ?? subject.id;
}

/** Puts the thing of an address on top of what is drawn; null where nothing is. */
export function usePutOver(): ((address: string) => void) | null {
  const { data } = useOpenedGraph();
  return data && data.nodes.length > 0 ? putOver : null;
}

/** Where something was drawn last in this tab; null where nothing was. */
export function lastDrawnAt(): string | null {
  return sessionStorage.getItem(lastDrawn);
}

/** Puts what an address names on top of what is drawn, or was drawn last, and says so in the page's address. */
export function putOver(address: string, drawnAt: string = addressHere()): void {
  const { pathname, searchParams: search } = new URL(drawnAt, location.origin);
  const isNew = !search.getAll(over).includes(address);
  if (isNew) search.append(over, address);
  navigate(`${pathname}?${search.toString()}`, { replace: drawnAt === addressHere() && !isNew });
}

/** Takes it out of the address; what of it lies on the board is taken away by whoever asks. */
export function takeOff(address: string): void {
  const search = new URLSearchParams(location.search);
  const rest = search.getAll(over).filter((one) => one !== address);
  search.delete(over);
  for (const one of rest) search.append(over, one);
  const text = search.toString();
  navigate(location.pathname + (text === '' ? '' : `?${text}`), { replace: true });
}
