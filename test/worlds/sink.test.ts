/** What a generated world is written by holds as many rows as a platform has. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Sink } from '../../worlds/shipped/world/sink.ts';

it('writes in their order more rows of one time than a call takes arguments, put aside meanwhile', () => {
  const folder = mkdtempSync(join(tmpdir(), 'skein-sink-'));
  const rows = 200_000;
  try {
    const sink = new Sink(folder);
    // Long enough that all of them are put aside but the last.
    const user_agent = 'x'.repeat(700);
    for (let at = rows; at > 0; at -= 1)
      sink.add('logins', {
        ...{ account_id: `a${at}`, ip: '192.0.2.7', user_agent },
        started_at: new Date(Date.UTC(2024, 2, 1) + at).toISOString(),
      });
    sink.finish(() => undefined);
    const lines = readFileSync(join(folder, 'logins.csv'), 'utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(rows + 1);
    const ids = lines.slice(1).map((line) => line.slice(0, line.indexOf(',')));
    expect(ids.every((id, at) => id === `a${at + 1}`)).toBe(true);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
