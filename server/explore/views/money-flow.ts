import { loadQuery } from '../../../cypher/load-query.ts';
import type { Flow, MoneyFlow } from '../../../domain/views.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { nodeValues } from './node-values.ts';
import { usesOf } from './payouts.ts';
import { accountRefs, paymentRefs, scopeOf, type ViewOfAccounts } from './scope.ts';

/** More no drawing shows legibly. */
const mostFlows = 400;
const mostPayees = 30;
/** Who sends more often is a platform or a bank: beyond it nothing is anybody's money. */
const mostFollowed = 2_000;

export interface FlowView extends ViewOfAccounts {
  payment_accounts: readonly string[];
  steps: number;
}

interface StepRow {
  payer: string;
  degree: number;
  flows: Omit<Flow, 'from'>[] | null;
  payees: number | null;
}

/** Of those at which the steps end, how many transfers lead on; none of those from which none does. */
async function leftOver(
  database: Database,
  payers: readonly string[],
): Promise<{ payer: string; degree: number }[]> {
  if (payers.length === 0) return [];
  return database.read(loadQuery('views/flow_onward'), { payers });
}

/** Where the money goes from the payment accounts of these accounts, breadth first. */
export async function moneyFlow(database: Database, view: FlowView): Promise<MoneyFlow> {
  const scope = scopeOf(view);
  const uses = await usesOf(database, scope);
  const begin = [...new Set([...uses.map(({ to }) => to.id), ...view.payment_accounts])];
  const seen = new Set(begin);
  const flows: Flow[] = [];
  const notFollowed = new Map<string, number>();
  let omitted = 0;
  let payers = begin;
  for (let step = 0; step < view.steps && payers.length > 0; step += 1) {
    const rows = await database.read<StepRow>(loadQuery('views/flow_step'), {
      ...scope,
      payers,
      most_payees: mostPayees,
      most_followed: mostFollowed,
    });
    payers = [];
    for (const { payer, degree, flows: paid, payees } of rows) {
      if (degree > mostFollowed) notFollowed.set(payer, degree);
      const kept = (paid ?? []).slice(0, mostFlows - flows.length);
      omitted += (payees ?? 0) - kept.length;
      for (const flow of kept) {
        flows.push({ from: payer, ...flow });
        if (seen.has(flow.to)) continue;
        seen.add(flow.to);
        payers.push(flow.to);
      }
    }
  }
  for (const { payer, degree } of await leftOver(database, payers)) notFollowed.set(payer, degree);
  return {
    nodes: await nodeValues(database, [...accountRefs(scope.accounts), ...paymentRefs([...seen])]),
    uses,
    flows,
    not_followed: Object.fromEntries(notFollowed),
    omitted,
  };
}
