import type { Reject, Row, RowCheck } from './check.ts';
import type { TableRecord } from './table.ts';

/** Rows of one transaction, and what of the file was read for them. */
export interface Batch {
  rows: Row[];
  rejects: Reject[];
  /** Characters read for them. */
  size: number;
}

/** Measured: 5,000 cost the server a quarter more time, spent on collecting garbage. */
export const batchRows = 2_000;
/** Characters of one transaction: long texts make short batches. */
const batchSize = 4_000_000;

/** Checked rows in batches of bounded size. */
export async function* batches(
  records: AsyncIterable<TableRecord[]>,
  check: RowCheck,
  most: number = batchRows,
): AsyncGenerator<Batch> {
  let batch: Batch = { rows: [], rejects: [], size: 0 };
  for await (const part of records) {
    for (const record of part) {
      const checked = check.check(record);
      if ('row' in checked) batch.rows.push(checked.row);
      else batch.rejects.push(checked.reject);
      batch.size += record.text.length + 1;
      if (batch.rows.length + batch.rejects.length < most && batch.size < batchSize) continue;
      yield batch;
      batch = { rows: [], rejects: [], size: 0 };
    }
  }
  if (batch.rows.length + batch.rejects.length > 0) yield batch;
}

/** The same items, the next of which is made while the current one is used. */
export async function* oneAhead<T>(items: AsyncIterable<T>): AsyncGenerator<T> {
  const iterator = items[Symbol.asyncIterator]();
  let next = iterator.next();
  // A failure is the reader's to see when it comes to it, not the process's before that.
  next.catch(() => undefined);
  try {
    for (;;) {
      const current = await next;
      if (current.done) return;
      next = iterator.next();
      next.catch(() => undefined);
      yield current.value;
    }
  } finally {
    await iterator.return?.();
  }
}
