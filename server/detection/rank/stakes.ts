/** What is at stake with clusters, asked of the graph as of a time. */
import { compareText } from '../../../domain/compare-text.ts';
import { loadQuery } from '../../../cypher/load-query.ts';
import { groupBy } from '../../../domain/group-by.ts';
import type { Cluster } from '../../../domain/finding.ts';
import type { RankingSettings, Stakes } from '../../../domain/ranking.ts';
import { exactSum, mostTransfersCounted } from '../../graph/money/money-totals.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import type { ClusterThing } from '../runs/run-parts.ts';
import { activityOf, growthOf, joinedAt, type ActivityRow } from './activity.ts';

/** Clusters asked of at once. */
const batch = 200;
/** So many clients a reader goes through; the count is whole. */
const mostClients = 50;
const dayMs = 86_400_000;
/** A month is a twelfth of a year of 365.25 days. */
const monthMs = 30.4375 * dayMs;

interface MoneyRow {
  cluster: string;
  payment_account: string;
  members: string[];
  /** Nobody else is paid there, member or not. */
  sole: boolean;
  left_out: boolean;
  sums: { currency: string; amounts: number[]; first: string | null; last: string }[];
}

interface ClientRow {
  cluster: string;
  client: string;
  hired: boolean;
  paid: boolean;
}

/** What came to a payment account in a currency, in the middle, and of how many. */
type Usual = ReadonlyMap<string, { usual: string; usual_of: number }>;

interface Asking {
  clusters: readonly Cluster[];
  listed: ReadonlyMap<string, Stakes['listed']>;
  things: readonly ClusterThing[];
  settings: RankingSettings;
  asOf: string;
}

/** By cluster. */
export async function stakesOf(
  database: Database,
  { clusters, listed, things, settings, asOf }: Asking,
): Promise<Map<string, Stakes>> {
  const since = before(asOf, settings.months * monthMs);
  const activeSince = before(asOf, settings.active_days * dayMs);
  const times = { as_of: asOf, since, most_counted: mostTransfersCounted };
  const usual = await usualMoney(database, times);
  const joined = joinedAt(clusters, things);
  const found = new Map<string, Stakes>();
  for (let at = 0; at < clusters.length; at += batch) {
    const part = clusters.slice(at, at + batch);
    const asked = part.map(({ id, accounts }) => ({ id, accounts }));
    const read = <T>(query: string, params: object) => database.read<T>(query, { ...params });
    const money = byCluster(
      await read<MoneyRow>(loadQuery('rank/money'), { clusters: asked, ...times }),
    );
    const activity = byCluster(
      await read<ActivityRow>(loadQuery('rank/activity'), { clusters: asked, as_of: asOf }),
    );
    const clients = byCluster(
      await read<ClientRow>(loadQuery('rank/clients'), {
        as_of: asOf,
        clusters: asked.map((one) => ({ ...one, purses: counted(money.get(one.id) ?? []) })),
      }),
    );
    for (const { id } of part) {
      const [own, rows] = [money.get(id) ?? [], activity.get(id) ?? []];
      found.set(id, {
        ...{ as_of: asOf, since },
        listed: listed.get(id) ?? [],
        money: moneyOf(own, usual),
        payment_accounts: counted(own),
        left_out: own.filter((row) => row.left_out).map((row) => row.payment_account),
        active: activityOf(rows, paymentsOf(own), activeSince),
        growing: growthOf(rows, joined.get(id) ?? new Map<string, string | null>(), since),
        victims: victimsOf(clients.get(id) ?? []),
      });
    }
  }
  return found;
}

async function usualMoney(database: Database, times: Record<string, unknown>): Promise<Usual> {
  const rows = await database.read<{ currency: string; usual: number; usual_of: number }>(
    loadQuery('rank/usual_money'),
    times,
  );
  // A sum of floating numbers is exact to about fifteen digits.
  return new Map(
    rows.map(({ currency, usual, usual_of }) => [
      currency,
      { usual: exactSum([String(Number(usual.toPrecision(12)))]), usual_of },
    ]),
  );
}

function counted(rows: readonly MoneyRow[]): string[] {
  return rows.filter(({ left_out }) => !left_out).map((row) => row.payment_account);
}

function moneyOf(rows: readonly MoneyRow[], usual: Usual): Stakes['money'] {
  const sums = rows.flatMap((row) => row.sums).filter(({ amounts }) => amounts.length > 0);
  return [...groupBy(sums, ({ currency }) => currency)]
    .sort(([one], [other]) => compareText(one, other))
    .map(([currency, parts]) => {
      const amounts = parts.flatMap((part) => part.amounts);
      const amount = exactSum(amounts.map(String));
      // Whatever came to a member's payment account is among what is usual.
      const middle = usual.get(currency)!;
      return {
        ...{ currency, amount, transfers: amounts.length },
        first: parts.map(({ first }) => first!).sort(compareText)[0]!,
        last: parts
          .map(({ last }) => last)
          .sort(compareText)
          .at(-1)!,
        ...middle,
        times: Math.round((Number(amount) / Number(middle.usual)) * 100) / 100,
      };
    });
}

/** When each member was last paid. What arrives where several are paid says of none of them that it is still at work. */
function paymentsOf(rows: readonly MoneyRow[]): Map<string, string> {
  const paid = new Map<string, string>();
  for (const { members, sole, sums } of rows)
    if (sole)
      for (const { last } of sums)
        for (const member of members) if (last > (paid.get(member) ?? '')) paid.set(member, last);
  return paid;
}

function victimsOf(rows: readonly ClientRow[]): Stakes['victims'] {
  return {
    clients: rows.length,
    hired: rows.filter(({ hired }) => hired).length,
    paid: rows.filter(({ paid }) => paid).length,
    accounts: rows.slice(0, mostClients).map(({ client }) => client),
  };
}

function byCluster<T extends { cluster: string }>(rows: readonly T[]): Map<string, T[]> {
  return groupBy(rows, ({ cluster }) => cluster);
}

/** Times are text in UTC with milliseconds, so that text order is time order. */
function before(time: string, ms: number): string {
  return new Date(Date.parse(time) - ms).toISOString();
}
