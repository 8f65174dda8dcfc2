/** From a loaded dataset to a bundle, and back to what was loaded. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { clustersOfRun, latestRun } from '../../server/detection/runs/read-runs.ts';
import { detect } from '../../server/decisions/applied/detect.ts';
import { writeBundle } from '../../server/evidence/bundle/bundle.ts';
import type { Scope } from '../../domain/evidence-scope.ts';
import { verifyBundle } from '../../server/evidence/bundle/verify.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { NotFoundError } from '../../server/platform/problems.ts';
import { trustedKeys } from '../../server/trust/signing/key-store.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { boardContentSchema } from '../../domain/case.ts';
import type { Finding } from '../../domain/finding.ts';
import type { NodeRef } from '../../domain/schema/graph.ts';
import { createBoard } from '../../server/decisions/cases/board-store.ts';
import { createCase } from '../../server/decisions/cases/case-store.ts';
import { scopeOf } from '../../server/evidence/exhibit/scope.ts';
import { testDatabase } from '../database.ts';
import { writeDataset, type Dataset } from '../dataset.ts';
import { plainAccounts } from '../detectors/detecting.ts';
import { oneHand } from '../one-hand.ts';
import { asFile } from './bundles.ts';
import { exportedBundle, type ExportedBundle } from './exporting.ts';
import { hostile } from './exhibits.ts';

const tested = testDatabase();

/** Six developers in one hand, among others. */
const members = ['a1', 'a2', 'a3', 'a4', 'a5', hostile.formula];

function ring(): Dataset {
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
}, 150_000);

async function loadAndDetect(): Promise<void> {
  await loadFolders(tested.database, tested.settings, [folder], {}, silentProgress);
  await detect(tested.database, {}, silentProgress);
}

const exported = (scope: Scope) => exportedBundle(tested, { scope });

async function onlyCluster(): Promise<Scope> {
  const run = await latestRun(tested.database);
  const clusters = await clustersOfRun(tested.database, run!.run);
  expect(clusters).toHaveLength(1);
  return { kind: 'cluster', id: clusters[0]!.id };
}

function selection(nodes: readonly NodeRef[]): Scope {
  return scopeOf({ nodes, hops: 1 })!;
}

interface Shown {
  nodes: { type: NodeRef['type']; id: string; values: Record<string, string> }[];
  relations: { type: string; to: NodeRef }[];
}

function graphOf({ files }: ExportedBundle): Shown {
  return JSON.parse(files.get('data/subgraph.json')!) as Shown;
}

function detectorsIn({ files }: ExportedBundle): string[] {
  const { findings } = JSON.parse(files.get('data/findings.json')!) as { findings: Finding[] };
  return findings.map(({ detector }) => detector);
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
    const bundle = await exported(await onlyCluster());
    const { files } = bundle;
    const graph = graphOf(bundle);
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

  test('a selection holds what was picked, what lies between it, and the findings that name no others', async () => {
    const picked = [...members, 'o1'].map((id) => ({ type: 'account', id }) as const);
    const device = { type: 'device', id: 'd1' } as const;
    const all = await exported(selection([...picked, device]));
    const { nodes, relations } = graphOf(all);
    expect(nodes.map(({ id }) => id)).toEqual(expect.arrayContaining([...members, 'o1', 'd1']));
    expect(relations.some(({ to }) => to.id === 'd1')).toBe(true);
    expect(detectorsIn(all)).toContain('shared-payout');
    const few = await exported(selection([...picked.slice(0, 2), device]));
    expect(detectorsIn(few)).not.toContain('shared-payout');
    const accounts = graphOf(few).nodes.filter(({ type }) => type === 'account');
    expect(accounts.map(({ id }) => id)).toEqual(['a1', 'a2']);
    const { findings_beyond: beyond } = JSON.parse(few.files.get('data/settings.json')!) as {
      findings_beyond: string[];
    };
    expect(beyond).toHaveLength(new Set(beyond).size);
    expect(beyond.length).toBeGreaterThan(3);
    expect(few.files.get('data/report.html')).toContain('are left out for that reason');
    expect((await exported(selection([device, ...picked.slice(0, 2).reverse()]))).digest).toBe(
      few.digest,
    );
  });

  test('a board holds what it shows', async () => {
    const { id: ofCase } = await createCase(tested.database, {
      title: 'Ring',
      description: '',
      tags: [],
    });
    const { nodes } = graphOf(await exported(await onlyCluster()));
    const board = await createBoard(tested.database, ofCase, {
      title: 'First look',
      content: boardContentSchema.parse({
        version: 1,
        nodes: nodes.filter(({ type }) => type !== 'document'),
        relations: [],
        hidden: ['account:a3'],
        off: ['ip'],
        places: { 'account:a1': [1, 2] },
      }),
    });
    const bundle = await exported({ kind: 'board', case: ofCase, id: board.id });
    const shown = graphOf(bundle).nodes;
    expect(shown.map(({ id }) => id)).toEqual(expect.arrayContaining(['a1', 'a2', 'd1', 'p1']));
    expect(shown.map(({ id }) => id)).not.toContain('a3');
    expect(shown.map(({ type }) => type)).not.toContain('ip');
    expect(bundle.files.get('data/report.html')).toContain('Ring – First look');
  });

  test('a French bundle is French in every file, and verifies', async () => {
    const request = { scope: await onlyCluster(), language: 'fr' } as const;
    const { bytes, files } = await exportedBundle(tested, request);
    const keys = await trustedKeys(tested.settings.home);
    expect((await verifyBundle(await asFile(bytes), keys)).faults).toEqual([]);
    expect(files.get('data/report.html')).toContain('<html lang="fr"');
    expect(files.get('data/relations.csv')).toContain('a été remise par');
    expect(files.has('data/narrative.md')).toBe(false);
    const asked = await exportedBundle(tested, { ...request, narrative: true });
    expect(asked.files.get('data/narrative.md')).toContain('## Qui');
  });

  test('an account grows with its hops', async () => {
    const sizes: number[] = [];
    for (const hops of [0, 1, 3]) {
      const bundle = await exported({ kind: 'account', id: 'a1', hops });
      sizes.push(graphOf(bundle).nodes.length);
    }
    expect(sizes[1]).toBeGreaterThan(sizes[0]!);
    expect(sizes[2]).toBeGreaterThan(sizes[1]!);
  });

  test.each<Scope>([
    { kind: 'cluster', id: 'C-none' },
    { kind: 'finding', id: 'F-none' },
    { kind: 'account', id: 'none', hops: 1 },
    { kind: 'board', case: 'none', id: 'none' },
    { kind: 'selection', nodes: [{ type: 'account', id: 'none' }] },
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
    const { files: without } = await exportedBundle(
      { database: tested.database, settings: elsewhere },
      { scope: await onlyCluster() },
    );
    expect(jsonLines(without.get('data/missing-rows.ndjson'))).toHaveLength(cited);
    expect(without.get('data/report.html')).toContain('is not kept any more');
  });
});
