import { sankey, sankeyJustify, type SankeyLink, type SankeyNode } from 'd3-sankey';
import { formatRef, type NodeRef } from '../../../../domain/schema/graph.ts';
import type { Flow, MoneyFlow } from '../../../../domain/views.ts';

export interface Box {
  ref: string;
  x0: number;
  x1: number;
  y0: number;
  y1: number;
  /** Nothing that is drawn leads on from here. */
  final: boolean;
}

export interface Band {
  key: string;
  from: Box;
  to: Box;
  /** The middle of its two ends, and how wide it is. */
  y0: number;
  y1: number;
  width: number;
  /** Null for an account's use of a payment account, which has no amount. */
  flow: Flow | null;
}

export interface FlowLayout {
  boxes: Box[];
  bands: Band[];
  /** Flows that lead back to an earlier step: drawn apart, since a layered drawing has no room for them. */
  back: { flow: Flow; from: Box; to: Box }[];
  /** Flows that are too small to be drawn; the table has them. */
  minor: number;
  width: number;
  height: number;
}

const mostDrawn = 120;
const boxWidth = 12;
/** What a use, which has no amount, is drawn as: this share of the largest flow. */
const useShare = 0.03;
/** Nothing is drawn thinner than this share of the largest flow: it could not be seen. */
const leastShare = 0.01;

interface LinkData {
  key: string;
  flow: Flow | null;
}
interface NodeData {
  ref: string;
}
type Node = SankeyNode<NodeData, LinkData>;
type Link = SankeyLink<NodeData, LinkData>;

const paymentRef = (id: string) => formatRef({ type: 'payment_account', id });

/** The flows of one currency, layer by layer from the accounts to where the money ends. */
export function flowLayout(
  { uses, flows: all }: Pick<MoneyFlow, 'uses' | 'flows'>,
  currency: string,
  size: { width: number; height: number },
): FlowLayout {
  const ofCurrency = all.filter((flow) => flow.currency === currency && flow.amount > 0);
  const drawn = [...ofCurrency].sort((a, b) => b.amount - a.amount).slice(0, mostDrawn);
  const starts = uses.map(({ to }) => formatRef(to));
  const { onward, back } = withoutCycles(drawn, starts);
  const most = Math.max(0, ...onward.map(({ amount }) => amount));
  const paid = new Set(onward.flatMap(({ from, to }) => [paymentRef(from), paymentRef(to)]));
  const links: Link[] = [
    ...distinctUses(uses)
      .filter(({ to }) => paid.has(formatRef(to)))
      .map(({ from, to }) => ({
        source: formatRef(from),
        target: formatRef(to),
        value: most * useShare,
        key: `${formatRef(from)} ${formatRef(to)}`,
        flow: null,
      })),
    ...onward.map((flow) => ({
      source: paymentRef(flow.from),
      target: paymentRef(flow.to),
      value: Math.max(flow.amount, most * leastShare),
      key: `${flow.from} ${flow.to}`,
      flow,
    })),
  ];
  const refs = new Set(links.flatMap(({ source, target }) => [source as string, target as string]));
  const nodes: Node[] = [...refs].map((ref) => ({ ref }));
  const minor = ofCurrency.length - drawn.length;
  if (nodes.length === 0) return { boxes: [], bands: [], back: [], minor, ...size };
  const graph = sankey<NodeData, LinkData>()
    .nodeId(({ ref }) => ref)
    .nodeAlign(sankeyJustify)
    .nodeWidth(boxWidth)
    .nodePadding(14)
    .extent([
      [8, 12],
      [size.width - 8, size.height - 12],
    ])({ nodes, links });
  return { ...placed(graph, back), minor, ...size };
}

function placed(graph: { nodes: Node[]; links: Link[] }, back: readonly Flow[]) {
  const boxes = new Map<string, Box>(
    graph.nodes.map((node) => [
      node.ref,
      {
        ref: node.ref,
        x0: node.x0!,
        x1: node.x1!,
        y0: node.y0!,
        y1: node.y1!,
        final: node.sourceLinks!.length === 0 && !node.ref.startsWith('account:'),
      },
    ]),
  );
  return {
    boxes: [...boxes.values()],
    bands: graph.links.map((link) => ({
      key: link.key,
      from: boxes.get((link.source as Node).ref)!,
      to: boxes.get((link.target as Node).ref)!,
      y0: link.y0!,
      y1: link.y1!,
      width: Math.max(1, link.width!),
      flow: link.flow,
    })),
    back: back.flatMap((flow) => {
      const [from, to] = [boxes.get(paymentRef(flow.from)), boxes.get(paymentRef(flow.to))];
      return from && to ? [{ flow, from, to }] : [];
    }),
  };
}

/** An account may use one payment account for payout and for funding. */
function distinctUses(uses: MoneyFlow['uses']): { from: NodeRef; to: NodeRef }[] {
  return [
    ...new Map(uses.map((use) => [`${formatRef(use.from)} ${formatRef(use.to)}`, use])).values(),
  ];
}

/** Parts flows that lead onward from those that would close a cycle, walking depth first from the starts. */
export function withoutCycles(
  flows: readonly Flow[],
  starts: readonly string[],
): { onward: Flow[]; back: Flow[] } {
  const leaving = new Map<string, Flow[]>();
  for (const flow of flows) {
    const from = paymentRef(flow.from);
    leaving.set(from, [...(leaving.get(from) ?? []), flow]);
  }
  const back = new Set<Flow>();
  const state = new Map<string, 'open' | 'done'>();
  for (const start of [...starts, ...leaving.keys()]) {
    if (state.has(start)) continue;
    state.set(start, 'open');
    const path = [{ at: start, next: 0 }];
    while (path.length > 0) {
      const here = path.at(-1)!;
      const flow = leaving.get(here.at)?.[here.next];
      here.next += 1;
      if (!flow) {
        state.set(here.at, 'done');
        path.pop();
        continue;
      }
      const to = paymentRef(flow.to);
      if (state.get(to) === 'open') back.add(flow);
      else if (!state.has(to)) {
        state.set(to, 'open');
        path.push({ at: to, next: 0 });
      }
    }
  }
  return { onward: flows.filter((flow) => !back.has(flow)), back: [...back] };
}

/** A band between two boxes, as a curve through the middle. */
export function bandPath({ from, to, y0, y1 }: Band): string {
  const [x0, x1] = [from.x1, to.x0];
  const middle = (x0 + x1) / 2;
  return `M${x0},${y0}C${middle},${y0} ${middle},${y1} ${x1},${y1}`;
}

/** A way back: out of the right side, below everything, and into the left side. */
export function backPath({ from, to }: { from: Box; to: Box }, height: number): string {
  const [x0, x1] = [from.x1, to.x0];
  const [y0, y1] = [(from.y0 + from.y1) / 2, (to.y0 + to.y1) / 2];
  const low = height - 4;
  return `M${x0},${y0}C${x0 + 40},${y0} ${x0 + 40},${low} ${x0},${low}L${x1},${low}C${x1 - 40},${low} ${x1 - 40},${y1} ${x1},${y1}`;
}
