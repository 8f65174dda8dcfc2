import { compareText } from '../../../domain/compare-text.ts';
import type { Database } from '../../graph/neo4j/database.ts';

/** Money that moved between two payment accounts; `at` in days since 1970. */
export interface Transfer {
  key: string;
  from: string;
  to: string;
  amount: number;
  currency: string;
  at: number;
  /** Paid for a job or sent by the platform: not the holder's own doing. */
  worked: boolean;
}

/** Every transfer that was settled, by payer and by payee, each list in order of time. */
export interface Ledger {
  out: ReadonlyMap<string, Transfer[]>;
  into: ReadonlyMap<string, Transfer[]>;
}

interface Row {
  key: string;
  from: string;
  to: string;
  amount: number;
  currency: string | null;
  at: string;
  job: string | null;
  by: string | null;
}

const dayMs = 86_400_000;

/** What failed or was sent back moved no money, and whose what is disputed will be nobody knows yet. */
const query = `MATCH (p:PaymentAccount)-[t:TRANSFERRED_TO]->(q:PaymentAccount)
  WHERE p <> q AND t.sent_at <= $asOf AND t.amount > 0
    AND coalesce(t.status, 'settled') = 'settled'
  RETURN t.key AS key, p.id AS from, q.id AS to, t.amount AS amount, t.currency AS currency,
         t.sent_at AS at, t.job_id AS job, t.initiated_by AS by`;

export async function readLedger(database: Database, asOf: string): Promise<Ledger> {
  const all: Transfer[] = [];
  await database.each<Row>(query, { asOf }, (row) => {
    const { key, from, to, amount } = row;
    const at = Date.parse(row.at) / dayMs;
    const worked = row.job !== null || row.by === 'platform';
    if (Number.isFinite(at))
      all.push({ key, from, to, amount, currency: row.currency ?? '', at, worked });
  });
  return ledgerOf(all);
}

/** The order of rows must change nothing, sums of amounts included; so they are sorted first. */
function ledgerOf(transfers: Transfer[]): Ledger {
  transfers.sort((a, b) => a.at - b.at || compareText(a.key, b.key));
  const out = new Map<string, Transfer[]>();
  const into = new Map<string, Transfer[]>();
  for (const transfer of transfers) {
    append(out, transfer.from, transfer);
    append(into, transfer.to, transfer);
  }
  return { out, into };
}

export function append<K, T>(lists: Map<K, T[]>, key: K, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

/** 0 up to `low`, 1 from `high` on, straight between them. */
export function ramp(value: number, low: number, high: number): number {
  return Math.min(1, Math.max(0, (value - low) / (high - low)));
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
