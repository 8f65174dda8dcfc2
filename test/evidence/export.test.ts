/** From a loaded dataset to a bundle, and back to what was loaded. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { beforeAll, describe, expect, test } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { clustersOfRun, latestRun } from '../../server/detect/run-store.ts';
import { detect } from '../../server/detect/detect.ts';
import { writeBundle } from '../../server/evidence/bundle.ts';
import type { Scope } from '../../server/evidence/exhibit.ts';
import { verifyBundle } from '../../server/evidence/verify.ts';
import { loadFolders } from '../../server/load/load.ts';
import { NotFoundError } from '../../server/problems.ts';
import { trustedKeys } from '../../server/signing/key-store.ts';
import { silentProgress } from '../../server/progress.ts';
import { testDatabase } from '../database.ts';
import { writeDataset, type Dataset } from '../dataset.ts';
import { plainAccounts } from '../detectors/detecting.ts';
import { oneHand } from '../one-hand.ts';
import { asFile } from './bundles.ts';
import { hostile } from './exhibits.ts';

const tested = testDatabase();

/** Six developers in one hand, among others. */
function ring(): Dataset {
  const members = ['a1', 'a2', 'a3', 'a4', 'a5', hostile.formula];
  return {
    ...oneHand(members, '+Holder'),
    accounts: [
      ...members.map((account_id, index) => ({
        account_id,
        role: 'developer',
        display_name: index === 0 ? hostile.markup : `Person ${index}`,
        legal_name: index === 1 ? hostile.direction : `Name ${index}`,
        city: index === 2 ? `${hostile.long.slice(0, 7_000)}\nsecond line` : 'Testville',
        created_at: '2023-01-01T00:00:00Z',
      })),
      ...plainAccounts(26, 'o'),
    ],
  };
}

let folder: string;

beforeAll(async () => {
  folder = await writeDataset(ring());
  await loadAndDetect();
});

async function loadAndDetect(): Promise<void> {
  await loadFolders(tested.database, tested.settings, [folder], {}, silentProgress);
  await detect(tested.database, {}, silentProgress);
}

async function exported(scope: Scope) {
  const output = new PassThrough();
  const [bytes, written] = await Promise.all([
    buffer(output),
    writeBundle(tested.database, tested.settings, { scope, language: 'en' }, output),
  ]);
  return { bytes, digest: written.payload_digest, files: await unzipped(bytes) };
}

/** By their names below the bag's folder. */
async function unzipped(bytes: Buffer): Promise<Map<string, string>> {
  const zip = await fromBufferPromise(bytes);
  const files = new Map<string, string>();
  for await (const entry of zip.eachEntry()) {
    const text = (await buffer(await zip.openReadStreamPromise(entry))).toString('utf8');
    files.set(entry.fileName.slice(entry.fileName.indexOf('/') + 1), text);
  }
  return files;
}

async function onlyCluster(): Promise<Scope> {
  const run = await latestRun(tested.database);
  const clusters = await clustersOfRun(tested.database, run!.run);
  expect(clusters).toHaveLength(1);
  return { kind: 'cluster', id: clusters[0]!.id };
}

interface Rows {
  file: string;
  line: number;
  text: string;
}

function jsonLines<T>(text: string | undefined): T[] {
  return (text ?? '')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
}

describe('the export of a cluster', () => {
  test('is a bundle that verifies, with every cited row word for word', async () => {
    const { bytes, digest, files } = await exported(await onlyCluster());
    const verdict = await verifyBundle(
      await asFile(bytes),
      await trustedKeys(tested.settings.home),
    );
    expect(verdict).toMatchObject({ intact: true, payload_digest: digest });
    expect([...files.keys()]).toEqual(
      expect.arrayContaining([
        'bagit.txt',
        'data/report.html',
        'data/queries/shared-payout.cypher',
        'data/queries/subgraph/nodes.cypher',
      ]),
    );
    const rows = jsonLines<Rows>(files.get('data/source-rows.ndjson'));
    expect(rows.some((row) => row.text.includes('second line'))).toBe(true);
    for (const { file, line, text } of rows) {
      const lines = (await readFile(join(folder, file), 'utf8')).split('\n').slice(line - 1);
      expect(lines.join('\n').startsWith(text)).toBe(true);
    }
  });

  test('holds the graph that its findings rest on, and the settings that they were made with', async () => {
    const { files } = await exported(await onlyCluster());
    const graph = JSON.parse(files.get('data/subgraph.json')!) as {
      nodes: { type: string; id: string; values: Record<string, string> }[];
      relations: { type: string }[];
    };
    const accounts = graph.nodes.filter((node) => node.type === 'account');
    expect(accounts.map((node) => node.id)).toContain(hostile.formula);
    expect(graph.nodes.map((node) => node.id)).toContain('p1');
    expect(graph.relations.map((relation) => relation.type)).toContain(
      'account_payments.payment_account_id',
    );
    const detectors = JSON.parse(files.get('data/detectors.json')!) as {
      id: string;
      settings: Record<string, unknown>;
    }[];
    const payout = detectors.find((detector) => detector.id === 'shared-payout');
    expect(Object.keys(payout!.settings).length).toBeGreaterThan(0);
    expect(files.get('data/report.html')).not.toContain('<img');
  });

  test('has the same payload from another database with the same data, and from a later run', async () => {
    const first = await exported(await onlyCluster());
    await detect(tested.database, {}, silentProgress);
    const again = await exported(await onlyCluster());
    expect(again.digest).toBe(first.digest);
    expect(again.files.get('export.json')).not.toBe(first.files.get('export.json'));
    await tested.empty();
    await loadAndDetect();
    const other = await exported(await onlyCluster());
    expect(other.digest).toBe(first.digest);
    for (const [name, text] of first.files)
      if (name.startsWith('data/')) expect(other.files.get(name), name).toBe(text);
  });
});

describe('the export of', () => {
  test('a finding holds that finding alone', async () => {
    const whole = await exported(await onlyCluster());
    const { findings } = JSON.parse(whole.files.get('data/findings.json')!) as {
      findings: { id: string }[];
    };
    const id = findings[0]!.id;
    const { files } = await exported({ kind: 'finding', id });
    const parsed = JSON.parse(files.get('data/findings.json')!) as typeof whole & {
      findings: { id: string }[];
    };
    expect(parsed.findings.map((finding) => finding.id)).toEqual([id]);
  });

  test('an account grows with its hops', async () => {
    const sizes: number[] = [];
    for (const hops of [0, 1, 3]) {
      const { files } = await exported({ kind: 'account', id: 'a1', hops });
      sizes.push((JSON.parse(files.get('data/subgraph.json')!) as { nodes: [] }).nodes.length);
    }
    expect(sizes[1]).toBeGreaterThan(sizes[0]!);
    expect(sizes[2]).toBeGreaterThan(sizes[1]!);
  });

  test.each<Scope>([
    { kind: 'cluster', id: 'C-none' },
    { kind: 'finding', id: 'F-none' },
    { kind: 'account', id: 'none', hops: 1 },
  ])('a $kind that is not there is refused before the first byte', async (scope) => {
    const output = () => {
      throw new Error('the output was opened');
    };
    await expect(
      writeBundle(tested.database, tested.settings, { scope, language: 'en' }, output),
    ).rejects.toBeInstanceOf(NotFoundError);
  });

  test('rows whose file is gone names them, and the rest is there', async () => {
    const { files } = await exported(await onlyCluster());
    const cited = jsonLines<Rows>(files.get('data/source-rows.ndjson')).length;
    const elsewhere = { ...tested.settings, sources: join(tested.settings.home, 'nowhere') };
    const output = new PassThrough();
    const [bytes] = await Promise.all([
      buffer(output),
      writeBundle(
        tested.database,
        elsewhere,
        { scope: await onlyCluster(), language: 'en' },
        output,
      ),
    ]);
    const without = await unzipped(bytes);
    expect(jsonLines(without.get('data/missing-rows.ndjson'))).toHaveLength(cited);
    expect(without.get('data/report.html')).toContain('is not kept any more');
  });
});
