import { compareText } from '../../../domain/compare-text.ts';
import type { Evidence, Finding } from '../../../domain/finding.ts';
import { formatRef, type NodeRef } from '../../../domain/schema/graph.ts';
import type { StoryThing } from '../../../domain/story.ts';

/** Beyond so many steps it is another story. */
const mostSteps = 3;
/** Of the transfers that leave an account: one that takes less is not where the money of these goes. */
const leastShare = 0.5;

/** How many transfers lead from one payment account to others. */
type Paid = ReadonlyMap<string, { node: NodeRef; transfers: number }>;

/**
 * Where money goes on from the things of a story, as its findings' evidence says: a story that stops at a payment account
 * from which most of the money leaves for one other would name the wrong end. Each step leads to whom most transfers go.
 */
export function onwardFrom(
  things: readonly StoryThing[],
  findings: readonly Finding[],
  between: ReadonlyMap<string, NodeRef>,
): NodeRef[] {
  const paid = paidIn(findings.flatMap(({ evidence }) => evidence));
  const shown = new Set([...things.map(({ node }) => formatRef(node)), ...between.keys()]);
  const onward: NodeRef[] = [];
  for (const { node } of things) {
    let at = formatRef(node);
    for (let step = 0; step < mostSteps; step += 1) {
      const payees = paid.get(at);
      const isAnEnd = payees && ![...payees.keys()].some((ref) => shown.has(ref));
      const next = isAnEnd ? mostPaid(payees) : undefined;
      if (!next) break;
      at = formatRef(next);
      shown.add(at);
      onward.push(next);
    }
  }
  return onward;
}

function mostPaid(payees: Paid): NodeRef | undefined {
  const all = [...payees.values()];
  const sum = all.reduce((total, { transfers }) => total + transfers, 0);
  const [most] = all.sort(
    (one, other) =>
      other.transfers - one.transfers || compareText(formatRef(one.node), formatRef(other.node)),
  );
  return most && most.transfers >= leastShare * sum ? most.node : undefined;
}

/** Each transfer once, however many findings cite it. */
function paidIn(
  evidence: readonly Evidence[],
): Map<string, Map<string, { node: NodeRef; transfers: number }>> {
  const paid = new Map<string, Map<string, { node: NodeRef; transfers: number }>>();
  const counted = new Set<string>();
  for (const { from, to, type, at, sources } of evidence) {
    if (from.type !== 'payment_account' || to?.type !== 'payment_account') continue;
    if (type.startsWith('derived.')) continue;
    const [payer, payee] = [formatRef(from), formatRef(to)];
    const row = [payer, payee, at, ...sources.map(({ sha256, line }) => `${sha256}:${line}`)].join(
      ' ',
    );
    if (payer === payee || counted.has(row)) continue;
    counted.add(row);
    const payees = paid.get(payer) ?? new Map<string, { node: NodeRef; transfers: number }>();
    const { transfers } = payees.get(payee) ?? { transfers: 0 };
    paid.set(payer, payees.set(payee, { node: to, transfers: transfers + 1 }));
  }
  return paid;
}
