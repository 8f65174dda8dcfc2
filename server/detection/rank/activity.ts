/** Whether clusters are still at work, and whether they grow. */
import { compareText } from '../../../domain/compare-text.ts';
import type { Cluster } from '../../../domain/finding.ts';
import { activities, type Stakes } from '../../../domain/ranking.ts';
import type { ClusterThing } from '../runs/run-parts.ts';

export interface ActivityRow {
  cluster: string;
  account: string;
  created: string | null;
  login: string | null;
  bid: string | null;
}

/** `paid`: when each member was last paid. Who did something after `since` is active. */
export function activityOf(
  rows: readonly ActivityRow[],
  paid: ReadonlyMap<string, string>,
  since: string,
): Stakes['active'] {
  const done = rows.flatMap(({ account, login, bid }) => {
    const at = { login, bid, payment: paid.get(account) ?? null };
    return activities.flatMap((what) =>
      at[what] === null ? [] : [{ account, what, last: at[what] }],
    );
  });
  // Of what was done at one time, the first by account and then as they are listed.
  const latest = done.toSorted((one, other) => compareText(other.last, one.last))[0];
  const recent = done.filter(({ last }) => last > since).map(({ account }) => account);
  return {
    last: latest?.last ?? null,
    what: latest?.what ?? null,
    account: latest?.account ?? null,
    accounts: [...new Set(recent)],
    since,
  };
}

/** By cluster and member, when it first used what the cluster shares; null where a use has no time. */
export function joinedAt(
  clusters: readonly Cluster[],
  things: readonly ClusterThing[],
): Map<string, Map<string, string | null>> {
  const joined = new Map(
    clusters.map(({ id, accounts }) => [
      id,
      { members: new Set(accounts), first: new Map<string, string | null>() },
    ]),
  );
  for (const { holds, uses } of things)
    for (const cluster of holds) {
      const { members, first } = joined.get(cluster)!;
      for (const { account, since } of uses) {
        if (!members.has(account)) continue;
        const known = first.get(account);
        if (known === undefined || (known !== null && (since === null || since < known)))
          first.set(account, since);
      }
    }
  return new Map([...joined].map(([id, { first }]) => [id, first]));
}

/** `joined`: when each member first used what they share. */
export function growthOf(
  rows: readonly ActivityRow[],
  joined: ReadonlyMap<string, string | null>,
  since: string,
): Stakes['growing'] {
  const isNew = ({ created }: ActivityRow) => created !== null && created > since;
  const hasJoined = ({ account }: ActivityRow) => (joined.get(account) ?? '') > since;
  return {
    created: rows.filter(isNew).map(({ account }) => account),
    joined: rows.filter((row) => !isNew(row) && hasJoined(row)).map(({ account }) => account),
    of: rows.length,
  };
}
