import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { batches } from '../../server/ingest/load/batches.ts';
import { RowCheck } from '../../server/ingest/load/check.ts';
import { tableRecords } from '../../server/ingest/load/table.ts';

const mebibyte = 1024 * 1024;
const chunkRows = 2_000;

/** Accounts as a file of this many rows would hold them, made chunk by chunk. */
function* accounts(rows: number): Generator<Buffer> {
  yield Buffer.from('account_id,handle,country,created_at\n');
  for (let from = 0; from < rows; from += chunkRows) {
    const lines = Array.from(
      { length: chunkRows },
      (_, at) => `a${from + at},"worker, number ${from + at}",KR,2024-01-01T00:00:00Z\n`,
    );
    yield Buffer.from(lines.join(''));
  }
}

async function mostHeap(rows: number): Promise<number> {
  let most = 0;
  let read = 0;
  const records = tableRecords(Readable.from(accounts(rows)), 'csv');
  for await (const batch of batches(records, new RowCheck('accounts', 'ref', null))) {
    read += batch.rows.length;
    most = Math.max(most, process.memoryUsage().heapUsed);
  }
  expect(read).toBe(rows);
  return most / mebibyte;
}

it('memory does not grow with the file', async () => {
  const small = await mostHeap(50_000);
  const large = await mostHeap(1_000_000);
  // All rows at once would take several hundred MiB more.
  expect(large - small).toBeLessThan(150);
});
