import { loadQuery } from '../../../cypher/load-query.ts';
import {
  recipientSchema,
  type Delivery,
  type DeliveryAttempt,
  type DeliveryState,
} from '../../../domain/input/delivery.ts';
import { messages } from '../../../domain/messages/index.ts';
import { actor } from '../../platform/access/actor.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import type { RawNode } from '../../graph/neo4j/records.ts';
import { ConflictError, NotFoundError } from '../../platform/problems.ts';

/** Deliveries as the database keeps them: each a node of its own, tied to nothing. */

/** What a delivery is made of; what is made of parts is JSON. */
export interface DeliveryProperties {
  id: string;
  report: string;
  run: string;
  subject: string;
  recipient: string;
  /** Digest of the recipient. */
  recipient_key: string;
  /** Digest of what is sent. */
  content: string;
  state: DeliveryState;
  created: string;
  attempts: string[];
  /** Attempts before this one do not count any more: somebody asked for others. */
  counted_from: number;
  reached: string[];
  retries: string[];
  next_at?: string;
  delivered_at?: string;
}

/** A delivery, with what delivering it needs beside. */
export interface StoredDelivery extends Delivery {
  content: string;
  counted_from: number;
}

interface Row {
  delivery: RawNode;
}

export interface DeliveryFilter {
  state?: DeliveryState | undefined;
  run?: string | undefined;
}

/** Newest first; `before` is the id of the last one of the page before. */
export async function listDeliveries(
  database: Database,
  { state, run }: DeliveryFilter,
  limit: number,
  before: string | null = null,
): Promise<Delivery[]> {
  const asked = { before, limit, state: state ?? null, run: run ?? null };
  return (await database.read<Row>(loadQuery('delivery/list'), asked)).map(readDelivery);
}

/** Throws NotFoundError. */
export async function deliveryById(database: Database, id: string): Promise<Delivery> {
  const [row] = await database.read<Row>(loadQuery('delivery/delivery'), { id });
  if (!row) throw new NotFoundError(messages.delivery.none(id));
  return readDelivery(row);
}

/**
 * Has it tried again at once, with as many attempts as a new one. Throws NotFoundError, or ConflictError when it was
 * delivered or waits for its turn.
 */
export async function retryDelivery(
  database: Database,
  id: string,
  clock: () => Date,
): Promise<Delivery> {
  const [by, now] = [actor(), clock().toISOString()];
  const retry = JSON.stringify({ by, at: now });
  const [row] = await database.write<Row>(loadQuery('delivery/retry'), { id, by, now, retry });
  if (row) return readDelivery(row);
  const { state } = await deliveryById(database, id);
  const why = messages.delivery.notRetried;
  throw new ConflictError(state === 'delivered' ? why.delivered(id) : why.waiting(id));
}

/** The ids of those that are due, longest due first; `lease`: how long one is had in hand at most without a word, in milliseconds. */
export async function dueDeliveries(
  database: Database,
  asked: { now: string; limit: number; lease: number },
): Promise<string[]> {
  const rows = await database.writeBriefly<{ id: string }>(loadQuery('delivery/due'), asked);
  return rows.map(({ id }) => id);
}

/** Who has a delivery in hand, and for how many milliseconds without a word. */
export interface Lease {
  holder: string;
  lease: number;
}

/** Null when it is not due any more, or another has it in hand. */
export async function claimDelivery(
  database: Database,
  id: string,
  { holder, lease }: Lease,
  now: string,
): Promise<StoredDelivery | null> {
  const attempt: DeliveryAttempt = { at: now, ended: null, error: null, refused: false };
  const asked = { id, holder, lease, now, attempt: JSON.stringify(attempt) };
  const [row] = await database.writeBriefly<Row>(loadQuery('delivery/claim'), asked);
  return row ? readStored(row) : null;
}

export async function renewLease(database: Database, id: string, lease: Lease): Promise<void> {
  await database.writeBriefly(loadQuery('delivery/renew'), { id, ...lease });
}

export interface Settlement extends Pick<
  Delivery,
  'state' | 'reached' | 'next_at' | 'delivered_at'
> {
  attempt: DeliveryAttempt;
}

/** Notes how the latest attempt of what was claimed ended; null when another's word counts. */
export async function settleDelivery(
  database: Database,
  claimed: StoredDelivery,
  holder: string,
  { attempt, ...settled }: Settlement,
): Promise<Delivery | null> {
  const [row] = await database.writeBriefly<Row>(loadQuery('delivery/settle'), {
    id: claimed.id,
    holder,
    at: claimed.attempts.length - 1,
    attempt: JSON.stringify(attempt),
    ...settled,
  });
  return row ? readDelivery(row) : null;
}

/** What a query returned as `delivery`. */
export function readDelivery({ delivery: { properties } }: Row): Delivery {
  const stored = properties as unknown as DeliveryProperties;
  return {
    id: stored.id,
    report: stored.report,
    run: stored.run,
    subject: stored.subject,
    recipient: recipientSchema.parse(JSON.parse(stored.recipient)),
    state: stored.state,
    created: stored.created,
    attempts: stored.attempts.map((one) => JSON.parse(one) as DeliveryAttempt),
    reached: stored.reached,
    next_at: stored.next_at ?? null,
    delivered_at: stored.delivered_at ?? null,
    retries: stored.retries.map((one) => JSON.parse(one) as Delivery['retries'][number]),
  };
}

function readStored(row: Row): StoredDelivery {
  const { content, counted_from } = row.delivery.properties as unknown as DeliveryProperties;
  return { ...readDelivery(row), content, counted_from };
}
