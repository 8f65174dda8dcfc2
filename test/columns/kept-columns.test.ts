/** Columns that are kept between runs hold what a run would read that reads all. */
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../server/detection/catalogue/catalogue.ts';
import type { KeptTables } from '../../server/detection/columns/columns.ts';
import { DuckDbColumns } from '../../server/detection/columns/duckdb.ts';
import type { Keeping } from '../../server/detection/columns/keeping.ts';
import { tablesIn } from '../../server/detection/columns/tables.ts';
import { beginEdition } from '../../server/detection/derive/editions.ts';
import { sqlOf } from '../../server/detection/detect/run-detector.ts';
import { endedLoads } from '../../server/detection/increment/graph-changes.ts';
import { keepingColumns } from '../../server/detection/increment/keeping-columns.ts';
import { EventQueue } from '../../server/ingest/events/event-queue.ts';
import { beginLoad } from '../../server/ingest/load/load-store.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { forgetSeen } from '../../server/operations/retention/forget-seen.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { Random } from '../../worlds/shipped/chance/random.ts';
import { testDatabase } from '../database.ts';
import { writeDataset } from '../dataset.ts';
import { EventStream, worldEvents } from '../increment/random-events.ts';
import { long } from '../long.ts';

const tested = testDatabase();
let texts: string[];
let stream: EventStream;

beforeAll(async () => {
  const all = sqlOf(await catalogue());
  // Of each table all that any detector names, by one text.
  texts = tablesIn(all).map(
    ({ name, columns }) =>
      `SELECT ${columns.map((column) => `${name}.${column.name}`).join(', ')} FROM ${name} ORDER BY ALL`,
  );
  const random = new Random(17).fork('events');
  const world = await worldEvents(17);
  stream = new EventStream(
    random,
    world.filter(() => random.chance(0.4)),
  );
  const folder = await writeDataset(stream.dataset());
  await loadFolders(tested.database, tested.settings, [folder], {}, silentProgress);
});

async function keeping(change: Partial<Keeping> = {}): Promise<Keeping> {
  const { database, settings } = tested;
  const loads = await endedLoads(database);
  return {
    ...(await keepingColumns(database, settings.home, { loads, changedOnly: true }))!,
    ...change,
  };
}

interface Read {
  rows: string[];
  tables: KeptTables | null;
}

/** All rows of all tables; keeps them where it is said how. */
async function read(kept?: Keeping, memory = 2 ** 28): Promise<Read> {
  const columns = new DuckDbColumns(tested.database, texts, { keeping: kept, memory });
  try {
    const rows: string[] = [];
    for (const text of texts)
      for await (const batch of columns.ask(text, {}))
        for (const row of batch)
          rows.push(
            JSON.stringify(row, (_, one: unknown) => (typeof one === 'bigint' ? `${one}` : one)),
          );
    const { tables } = columns;
    await columns.keep();
    return { rows, tables };
  } finally {
    await columns.close();
  }
}

const files = () => readdir(join(tested.settings.home, 'columns'));

async function expectReadWhole(kept: Keeping): Promise<void> {
  const { rows, tables } = await read(kept);
  expect(tables).toBeNull();
  expect(rows).toEqual((await read()).rows);
}

describe('columns that are kept', () => {
  it('are what a run would read that reads all, whatever comes in whatever order', async () => {
    const first = await read(await keeping());
    expect(first.tables).toBeNull();
    expect(first.rows.length).toBeGreaterThan(1_000);
    const seen = { kept: 0, renewed: 0, read: 0 };
    for (let at = 0; at < 12 && !stream.ended; at += 1) {
      await new EventQueue(tested.database, tested.settings).take(`kept-${at}`, stream.batch());
      if (at % 3 === 1) {
        await beginEdition(tested.database, 'COVERS');
        await tested.database.write(
          `MATCH (a:Ip) WITH a LIMIT 2 CREATE (a)-[:COVERS {key: a.id + $at, score: 0.5, reason: 'test'}]->(a)`,
          { at: String(at) },
        );
      }
      const { rows, tables } = await read(await keeping());
      expect(rows, `batch ${at}`).toEqual((await read()).rows);
      for (const name of ['kept', 'renewed', 'read'] as const) seen[name] += tables![name];
    }
    expect(seen.kept).toBeGreaterThan(seen.renewed);
    expect(seen.renewed).toBeGreaterThan(12);
    expect(seen.read).toBeGreaterThan(0);
    expect(await files()).toHaveLength(1);
  });

  it('stand while nothing has changed, in as little memory as may be held', async () => {
    const { rows, tables } = await read(await keeping(), 128 * 2 ** 20);
    expect(tables).toMatchObject({ renewed: 0, read: 0, kept: texts.length });
    expect(rows).toEqual((await read()).rows);
  });

  it('are written anew by a run that uses none', async () => {
    await expectReadWhole(await keeping({ renewals: null }));
    expect(await files()).toHaveLength(1);
  });

  it.each(['first', 'middle', 'last'] as const)(
    'are left where the %s byte is another, and are kept again',
    async (which) => {
      const [name] = await files();
      const path = join(tested.settings.home, 'columns', name!);
      const bytes = await readFile(path);
      const at = { first: 0, middle: bytes.length >> 1, last: bytes.length - 1 }[which];
      bytes[at]! ^= 0xff;
      await writeFile(path, bytes);
      await expectReadWhole(await keeping());
      expect((await read(await keeping())).tables).toMatchObject({ read: 0 });
    },
  );

  it('are left by another database, and those of the other go', long, async () => {
    await expectReadWhole(await keeping({ database: 'another' }));
    expect(await files()).toEqual([expect.stringMatching(/^another\./)]);
    await expectReadWhole(await keeping());
  });

  it('are left where the database no longer has a load that they have', long, async () => {
    const { loads } = await keeping();
    await read(await keeping({ loads: [...loads, 'L-of-before-a-restore'] }));
    const { rows, tables } = await read(await keeping());
    // What is inferred has an edition of its own.
    expect(tables?.renewed).toBe(0);
    expect(tables!.read).toBeGreaterThan(tables!.kept);
    expect(rows).toEqual((await read()).rows);
  });

  it('of files that a load is writing are read whole, until it has ended', async () => {
    const { database } = tested;
    await read(await keeping());
    const load = 'L-under-way';
    const started = new Date().toISOString();
    await beginLoad(database, { load, started, by: 'test', files: ['logins'], folders: [] });
    const { tables } = await read(await keeping());
    expect(tables).toMatchObject({ renewed: 0 });
    expect(tables!.read).toBeGreaterThan(1);
    expect((await read(await keeping())).tables).toEqual(tables);
    await database.write('MATCH (l:SkeinLoad {id: $load}) DELETE l', { load });
  });

  it('may be used and kept by two at once', long, async () => {
    const kept = await keeping();
    const [one, other] = await Promise.all([read(kept), read(kept)]);
    expect(one.rows).toEqual(other.rows);
    const after = await read(await keeping());
    expect(after.tables).toMatchObject({ read: 0 });
    expect(after.rows).toEqual(one.rows);
    expect(await files()).toHaveLength(1);
  });

  it('hold nothing of what another home has had removed', async () => {
    const { database } = tested;
    await beginEdition(database, 'COVERS');
    await database.write(
      `MATCH (a:Ip) WITH a ORDER BY a.id LIMIT 2
       CREATE (a)-[:COVERS {key: 'removed ' + a.id, score: 0.5, reason: 'test'}]->(a)`,
    );
    const before = await read(await keeping());
    expect((await read(await keeping())).tables).toMatchObject({ renewed: 0, read: 0 });
    await forgetSeen(database, await mkdtemp(join(tmpdir(), 'skein-another-home-')));
    await database.write("MATCH (a:Ip)-[r:COVERS]->() WHERE r.key STARTS WITH 'removed ' DELETE r");
    const { rows } = await read(await keeping());
    expect(rows).toEqual((await read()).rows);
    expect(rows).toHaveLength(before.rows.length - 2);
  });
});
