import { compareText } from '../../../domain/compare-text.ts';
import type { Evidence } from '../../../domain/finding.ts';
import { formatRef, type NodeRef } from '../../../domain/schema/graph.ts';
import { thingTypes } from '../../detection/detect/cluster-things.ts';

/** A thing at which the ways of at least two accounts meet. */
export interface Meeting {
  thing: NodeRef;
  accounts: string[];
  /** What lies on their ways to it, the thing and the accounts aside. */
  between: NodeRef[];
}

/** More of one finding are no few things. */
const mostThings = 4;
/** Money goes on from purse to purse; what is farther off than this explains nothing at a glance. */
const mostSteps = 5;

/** How an account comes to each thing: over which, and after how many steps. */
type Reach = ReadonlyMap<string, { node: NodeRef; over: string | null; steps: number }>;

/**
 * The few things that evidence ties these accounts by: first the one at which most of them meet, nearest first, then
 * those that hold the ones it leaves. Ways go through no other account, and along money, never against it.
 */
export function meetingsIn(evidence: readonly Evidence[], accounts: readonly string[]): Meeting[] {
  const next = stepsIn(evidence);
  const reaches = new Map(accounts.map((account) => [account, reachOf(account, next)]));
  const things = new Map<string, { node: NodeRef; accounts: string[]; steps: number }>();
  for (const [account, reach] of reaches)
    for (const [ref, { node, steps }] of reach) {
      if (!thingTypes.has(node.type)) continue;
      const known = things.get(ref) ?? { node, accounts: [], steps: 0 };
      known.accounts.push(account);
      known.steps += steps;
      things.set(ref, known);
    }
  const left = new Set(accounts);
  const meetings: Meeting[] = [];
  const shared = [...things].filter(([, thing]) => thing.accounts.length > 1);
  while (left.size > 0 && meetings.length < mostThings) {
    const gains = (thing: { accounts: string[] }) =>
      thing.accounts.filter((account) => left.has(account)).length;
    const [best] = shared
      .map(([ref, thing]) => ({ ref, ...thing, gained: gains(thing) }))
      .filter(({ gained }) => gained > 0)
      .sort(
        (one, other) =>
          other.gained - one.gained ||
          one.steps / one.accounts.length - other.steps / other.accounts.length ||
          compareText(one.ref, other.ref),
      );
    if (!best) break;
    for (const account of best.accounts) left.delete(account);
    const between = best.accounts.flatMap((account) => wayTo(best.ref, reaches.get(account)!));
    meetings.push({
      thing: best.node,
      accounts: best.accounts,
      between: [...new Map(between.map((node) => [formatRef(node), node])).values()],
    });
  }
  return meetings;
}

function reachOf(account: string, next: ReadonlyMap<string, readonly NodeRef[]>): Reach {
  const start: NodeRef = { type: 'account', id: account };
  const reach = new Map<string, { node: NodeRef; over: string | null; steps: number }>();
  let edge: NodeRef[] = [start];
  for (let steps = 1; steps <= mostSteps && edge.length > 0; steps += 1) {
    const found: NodeRef[] = [];
    for (const at of edge)
      for (const node of next.get(formatRef(at)) ?? []) {
        const ref = formatRef(node);
        if (reach.has(ref)) continue;
        reach.set(ref, { node, over: at === start ? null : formatRef(at), steps });
        found.push(node);
      }
    edge = found;
  }
  return reach;
}

/** From each node, where one may go. */
function stepsIn(evidence: readonly Evidence[]): Map<string, NodeRef[]> {
  const next = new Map<string, Map<string, NodeRef>>();
  const step = (from: NodeRef, to: NodeRef) => {
    // No way goes through an account; and a thing that thousands use is passed at once.
    if (to.type === 'account') return;
    const known = next.get(formatRef(from)) ?? new Map<string, NodeRef>();
    next.set(formatRef(from), known.set(formatRef(to), to));
  };
  for (const { from, to } of evidence) {
    if (to === null) continue;
    step(from, to);
    // Two whom one client pays are not held together by that.
    if (from.type !== 'payment_account' || to.type !== 'payment_account') step(to, from);
  }
  return new Map(
    [...next].map(([ref, near]) => [
      ref,
      [...near].sort(([a], [b]) => compareText(a, b)).map(([, node]) => node),
    ]),
  );
}

function wayTo(ref: string, reach: Reach): NodeRef[] {
  const way: NodeRef[] = [];
  for (let at = reach.get(ref)!.over; at !== null; at = reach.get(at)!.over)
    way.push(reach.get(at)!.node);
  return way;
}
