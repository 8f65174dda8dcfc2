/** Who has come to use what holds a cluster, in sentences. */
import { compareText } from '../../../domain/compare-text.ts';
import type { NewUsers } from '../../../domain/run-diff.ts';
import type { NodeTypeName } from '../../../domain/schema/schema.ts';
import { messages } from '../../../domain/messages/index.ts';

const says = messages.compare.reasons;

/** Of more things, and more accounts, it is said how many. */
const most = { things: 3, accounts: 4 } as const;

/** One of each thing. */
export function newUserReasons(all: readonly NewUsers[]): string[] {
  const rest = all.length - most.things;
  return [
    ...all.slice(0, most.things).map(newUsersSaid),
    ...(rest > 0 ? [says.moreThings(rest)] : []),
  ];
}

export function newUsersSaid({ thing, name, accounts, shared }: NewUsers): string {
  const ids = accounts.map(({ account_id }) => account_id);
  const more = ids.length - most.accounts;
  const since = accounts.flatMap((one) => one.since ?? []).sort(compareText)[0] ?? null;
  return says.newUsers({
    what: thing && kindSaid(thing.type),
    ...{ name, number: ids.length, shared: shared && says.shared[shared] },
    accounts: more > 0 ? [...ids.slice(0, most.accounts), says.more(more)] : ids,
    since: since && messages.report.moment({ day: since.slice(0, 10), minute: null }),
  });
}

/** What members share of such a thing. */
export function kindSaid(type: NodeTypeName): string {
  if (type === 'document' || type === 'shipment') return says.kinds[type];
  return messages.schema.nodes[type].one;
}
