/**
 * The sample has clusters whose findings name accounts outside them. In no form in which a cluster leaves the house is
 * one of those called more than context, and what is counted as the cluster's accounts are its members.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Graph } from '../../domain/answers.ts';
import { graphFileFormats } from '../../domain/api/api.ts';
import type { Cluster } from '../../domain/finding.ts';
import { formatRef } from '../../domain/schema/graph.ts';
import { maskKinds, type MaskKind } from '../../domain/schema/masks.ts';
import { languages, type Language } from '../../domain/messages/language.ts';
import { clustersOfRun, latestRun } from '../../server/detection/runs/read-runs.ts';
import { selected } from '../../server/platform/sequence.ts';
import { clusterGraph } from '../../server/decisions/explain/told-graph.ts';
import { draft } from '../../server/evidence/narrative/draft.ts';
import { makeReport, reportFormats } from '../../server/evidence/report/report.ts';
import { testDatabase } from '../database.ts';
import { detectedSample } from '../detected-sample.ts';
import { ask, servedApp } from '../http/served.ts';
import { temporaryFolder } from './bundles.ts';
import { ofCollected } from './collected.ts';
import { exportedBundle } from './exporting.ts';
import {
  files,
  holdsInNarrative,
  holdsInXml,
  holdsStandings,
  isOutside,
  pdfText,
  plain,
  spaced,
  text,
  wordsOf,
  type Named,
  type Row,
  type Shown,
} from './standings.ts';
import { unpackedIn } from './unpacked.ts';

const tested = testDatabase();
const app = servedApp(tested);

let shown: Shown[];

beforeAll(async () => {
  await detectedSample(tested);
  const run = (await latestRun(tested.database))!;
  shown = [];
  for (const cluster of await clustersOfRun(tested.database, run.run)) {
    const scope = { kind: 'cluster', id: cluster.id } as const;
    const asked = { scope, language: 'en' } as const;
    const members = new Set(cluster.accounts);
    const outside = await ofCollected(tested, asked, ({ nodes }) =>
      selected(nodes, ({ type, id }) => type === 'account' && !members.has(id)),
    );
    if (outside.length > 0) shown.push({ cluster, members, outside });
  }
}, 400_000);

/** Of the sample: five accounts and one beside them, twelve and five. */
test('the sample shows others beside the members of two clusters', () => {
  const counts = shown.map(({ members, outside }) => [members.size, outside.length]);
  expect(counts.sort(([a], [b]) => a! - b!)).toEqual([
    [5, 1],
    [12, 5],
  ]);
  const [small] = [...shown].sort((a, b) => a.members.size - b.members.size);
  expect(small!.outside.map(({ id }) => id)).toEqual(['a46081']);
});

/** Whoever is outside is told apart here by id. */
const masks = maskKinds.filter((kind) => kind !== 'account_id');
const ways: [string, { language: Language; masks?: MaskKind[] }][] = [
  ['in English', { language: 'en' }],
  ['in French', { language: 'fr' }],
  ['masked', { language: 'en', masks }],
];

/** Those outside, by what the bundle calls them. */
function calledIn(data: string, { outside }: Shown): Shown['outside'] {
  const { nodes } = JSON.parse(text(join(data, 'subgraph.json'))) as Graph;
  const accounts = nodes.filter(({ type }) => type === 'account');
  const captions = new Map(accounts.map(({ id, caption }) => [id, caption]));
  return outside.map(({ id }) => ({ id, caption: captions.get(id)! }));
}

describe.each(ways)('a bundle %s', (name, asked) => {
  const plainly = name === 'in English';
  test('calls nobody outside the cluster more than context, in any of its files', async () => {
    // The smaller one says as much in another language, and masked, in a tenth of the time.
    for (const of of shown.filter(({ members }) => plainly || members.size === 5)) {
      const scope = { kind: 'cluster', id: of.cluster.id } as const;
      const { bytes } = await exportedBundle(tested, { scope, narrative: true, ...asked });
      const data = join(await unpackedIn(await temporaryFolder(), bytes), 'data');
      const names = readdirSync(data, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(data.length + 1));
      expect(names).toEqual(expect.arrayContaining(Object.keys(files)));
      const called = { ...of, outside: calledIn(data, of) };
      for (const [at, { caption }] of called.outside.entries())
        expect(caption === of.outside[at]!.caption).toBe(asked.masks === undefined);
      for (const name of names) {
        const check = files[name];
        if (check) check(join(data, name), called, asked.language);
        else for (const { id } of of.outside) expect(text(join(data, name))).not.toContain(id);
      }
    }
  });
});

test.each(languages())('the draft of a narrative in %s counts the members', async (language) => {
  for (const of of shown) {
    const scope = { kind: 'cluster', id: of.cluster.id } as const;
    const drafted = await draft(tested.database, tested.settings, { scope, language });
    holdsInNarrative(drafted.text, of, language);
  }
});

test('the canvas is told who is a member, and its files say so', async () => {
  for (const of of shown) {
    const graph = await clusterGraph(tested.database, of.cluster.id);
    holdsStandings(graph.nodes, of);
    const standings = Object.fromEntries(
      graph.nodes.flatMap((node) => (node.standing ? [[formatRef(node), node.standing]] : [])),
    );
    const body = { nodes: graph.nodes.map(formatRef), relations: graph.relations, standings };
    for (const format of graphFileFormats) {
      const sent = await ask(app.port, `/api/v1/graph/file?format=${format}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      expect(sent.status).toBe(200);
      if (format === 'graphml') holdsInXml(sent.text, of, 'data key');
      if (format === 'gexf') holdsInXml(sent.text, of, 'attvalue for');
      if (format === 'nodes') holdsStandings(parse<Named>(sent.text, { columns: true }), of);
      if (format === 'relations')
        for (const row of parse<Row>(sent.text, { columns: true }))
          if (isOutside(row['from_id']!, of) || isOutside(row['to_id']!, of))
            expect(row['standing']).toBe('context');
    }
  }
});

describe.each(languages())('the cluster report in %s', (language) => {
  test.each(reportFormats)(
    'as %s counts the members, and names others as context',
    async (format) => {
      const asked = { run: null, language, link: null };
      const made = await makeReport(tested.database, asked);
      const file = await made.file(format);
      for (const of of shown) {
        const others = of.outside.filter(({ id }) => isNamed(id));
        if (format === 'json') {
          const { clusters } = JSON.parse(String(file)) as { clusters: Reported[] };
          const own = clusters.find(({ cluster }) => cluster.id === of.cluster.id)!;
          expect(own.members.map(({ account_id: id }) => id).sort()).toEqual(
            [...of.members].sort(),
          );
          expect(own.context).toEqual(others.map(({ id }) => id));
        } else if (format === 'csv') {
          const rows = parse<Row>(String(file), { columns: true });
          const own = rows.find(
            (row) => row['row'] === 'cluster' && row['cluster_id'] === of.cluster.id,
          )!;
          expect(own['accounts']!.split('|').sort()).toEqual([...of.members].sort());
          expect(own['context']!.split('|')).toEqual(others.map(({ id }) => id));
        } else {
          const said = format === 'html' ? plain(String(file)) : await pdfText(file);
          const says = wordsOf(language).report;
          expect(said).toContain(
            spaced(`${says.context(others.length)} ${others.map(({ id }) => id).join(', ')}`),
          );
        }
      }

      /** A report names those that a finding names, and no others that the findings only rest on. */
      function isNamed(id: string): boolean {
        return named.has(id);
      }
    },
  );

  const named = new Set<string>();
  beforeAll(async () => {
    const run = (await latestRun(tested.database))!;
    for (const { cluster } of shown) {
      const scope = { kind: 'cluster', id: cluster.id } as const;
      const findings = await ofCollected(
        tested,
        { scope, language },
        (exhibit) => exhibit.findings,
      );
      for (const { accounts } of findings) for (const id of accounts) named.add(id);
    }
    expect(run.counts).toBeDefined();
  });
});

interface Reported {
  cluster: Cluster;
  members: { account_id: string }[];
  context: string[];
}
