import { createHash } from 'node:crypto';
import { loadQuery } from '../../../cypher/load-query.ts';
import type { Delivery, Recipient } from '../../../domain/input/delivery.ts';
import { canonicalJson } from '../../platform/canonical.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import type { RawNode } from '../../graph/neo4j/records.ts';
import { keepContent } from './content-store.ts';
import { readDelivery, type DeliveryProperties } from './delivery-store.ts';
import { checkReport, toldIn, type ReportToDeliver } from './report.ts';

/**
 * Keeps a report and notes whom it is to be sent to; it is sent by `deliverDue`, on this server or another. Asked
 * again for the same report and recipient it changes nothing. Returns the deliveries, one a recipient. Throws
 * UsageError for names that cannot be sent and a language that the report lacks, TooLargeError for too large a report.
 */
export async function enqueue(
  database: Database,
  report: ReportToDeliver,
  recipients: readonly Recipient[],
  clock: () => Date,
): Promise<Delivery[]> {
  checkReport(report);
  const asked = new Map(recipients.map((recipient) => [recipientKey(recipient), recipient]));
  // What is not told in a language that somebody asks for goes to nobody.
  for (const { language } of asked.values()) toldIn(report, language);
  const contents = await keepNew(database, report, asked);
  const now = clock().toISOString();
  const rows = [...asked].map(([key, recipient]) =>
    rowOf(report, recipient, { key, now, content: contents.get(recipient.language) ?? '' }),
  );
  const stored = await database.write<{ delivery: RawNode }>(loadQuery('delivery/enqueue'), {
    rows,
  });
  return stored.map(readDelivery);
}

/** Keeps the report in the languages of those recipients who have no delivery of it yet. */
async function keepNew(
  database: Database,
  report: ReportToDeliver,
  asked: ReadonlyMap<string, Recipient>,
): Promise<ReadonlyMap<string, string>> {
  const found = await database.read<{ key: string }>(loadQuery('delivery/known'), {
    report: report.id,
    keys: [...asked.keys()],
  });
  const known = new Set(found.map(({ key }) => key));
  const fresh = [...asked].filter(([key]) => !known.has(key));
  const contents = new Map<string, string>();
  for (const language of new Set(fresh.map(([, recipient]) => recipient.language)))
    contents.set(language, await keepContent(database, toldIn(report, language)));
  return contents;
}

/** The same whatever the order in which addresses and formats are named. */
function recipientKey(recipient: Recipient): string {
  const sorted = {
    ...recipient,
    formats: recipient.formats.toSorted(),
    ...(recipient.kind === 'email' ? { to: recipient.to.toSorted() } : {}),
  };
  return digest(canonicalJson(sorted));
}

function rowOf(
  { id: report, run, told }: ReportToDeliver,
  recipient: Recipient,
  { key, now, content }: { key: string; now: string; content: string },
): DeliveryProperties {
  // In order of time, so that a list can go on after one.
  const id = `D-${now.replaceAll(/[-:.]/g, '')}-${digest(`${report} ${key}`).slice(0, 12)}`;
  return {
    ...{ id, report, run, content, created: now, next_at: now, state: 'waiting' },
    subject: told[recipient.language]!.subject,
    recipient: JSON.stringify(recipient),
    recipient_key: key,
    attempts: [],
    counted_from: 0,
    reached: [],
    retries: [],
  };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
