import { beforeAll, describe, expect, it } from 'vitest';
import { graphSchema, nodeDetailSchema, type Graph } from '../../domain/answers.ts';
import { formatRef, type NodeRef } from '../../domain/schema/graph.ts';
import type { Finding } from '../../domain/finding.ts';
import type { DetectionResult } from '../../server/detection/runs/store-run.ts';
import { clusterGraph, findingGraph } from '../../server/decisions/explain/told-graph.ts';
import { evidenceGraph } from '../../server/explore/graph/evidence-graph.ts';
import { expand, neighbourCounts } from '../../server/explore/graph/neighbours.ts';
import { nodeDetail } from '../../server/explore/graph/node-detail.ts';
import { overview } from '../../server/explore/graph/overview.ts';
import { NotFoundError, UsageError } from '../../server/platform/problems.ts';
import { testDatabase } from '../database.ts';
import { hostileIds, loadRing } from './ring.ts';
import { wholeFindings } from '../whole-findings.ts';

const tested = testDatabase();
let result: DetectionResult;
let findings: Finding[];

beforeAll(async () => {
  result = await loadRing(tested);
  findings = await wholeFindings(tested.database, result);
});

const a1: NodeRef = { type: 'account', id: 'a1' };
const hub: NodeRef = { type: 'ip', id: '198.51.100.9' };

function payoutFinding() {
  const finding = findings.find(({ detector }) => detector === 'shared-payout');
  if (!finding) throw new Error('The ring was not found.');
  return finding;
}

function refs(graph: Graph): string[] {
  return graph.nodes.map(formatRef).sort();
}

describe('the graph of a finding', () => {
  it('holds all of its nodes and relations, each with its rows', async () => {
    const finding = payoutFinding();
    const graph = graphSchema.parse(await findingGraph(tested.database, finding.id));
    expect(refs(graph)).toEqual(finding.nodes.map(formatRef).sort());
    const stated = finding.evidence.filter(({ to }) => to !== null);
    expect(graph.relations).toHaveLength(stated.length);
    for (const relation of graph.relations) {
      expect(relation.type).toBe('account_payments.payment_account_id');
      expect(relation.key).toMatch(/^PAID_THROUGH\|a\d\|p1\|payout$/);
      expect(relation.sources).toHaveLength(1);
      expect(relation.sources[0]!.file).toBe('account_payments.csv');
      expect(relation.sources[0]!.sha256).toMatch(/^[0-9a-f]{64}$/);
    }
    expect(graph.omitted).toBe(0);
  });

  it('carries the score and cluster of the run, and the degree in the whole graph', async () => {
    const graph = await findingGraph(tested.database, payoutFinding().id);
    const scored = result.accounts.find(({ account_id }) => account_id === 'a1')!;
    const node = graph.nodes.find(({ id }) => id === 'a1')!;
    expect(node).toMatchObject({ score: scored.score, cluster_id: scored.cluster_id, stub: false });
    const [row] = await tested.database.read<{ degree: number }>(
      'MATCH (a:Account {id: $id})-[r]-() RETURN count(r) AS degree',
      { id: 'a1' },
    );
    expect(node.degree).toBe(row!.degree);
    expect(graph.nodes.find(({ type }) => type === 'payment_account')).toMatchObject({
      score: null,
    });
  });

  it('says how many relations a limit left out, and draws no node without one', async () => {
    const graph = await evidenceGraph(tested.database, [payoutFinding()], 1);
    expect(graph.relations).toHaveLength(1);
    expect(graph.nodes).toHaveLength(2);
    const all = payoutFinding().evidence.filter(({ to }) => to !== null).length;
    expect(graph.omitted).toBe(all - 1);
  });

  it('shows a fact as stated when its relation is not in the graph any more', async () => {
    const [fact] = payoutFinding().evidence.filter(({ to }) => to !== null);
    const changed = { ...fact!, at: '1999-01-01T00:00:00.000Z' };
    const graph = await evidenceGraph(tested.database, [{ nodes: [], evidence: [changed] }]);
    expect(graph.relations).toMatchObject([
      { at: changed.at, sources: changed.sources, values: {} },
    ]);
  });

  it('tells apart two links between the same nodes by the row that is cited', async () => {
    const drawn = await expand(
      tested.database,
      { type: 'company', id: 'c1' },
      { limit: 10, type: 'links' },
    );
    const controls = drawn.relations.find(({ says }) => says === 'controls')!;
    const { type, from, to, at, sources } = controls;
    const graph = await evidenceGraph(tested.database, [
      { nodes: [], evidence: [{ type, from, to, at, sources }] },
    ]);
    expect(graph.relations).toEqual([controls]);
  });

  it('is the union of its findings for a cluster', async () => {
    const cluster = result.clusters.find(({ accounts }) => accounts.includes('a1'))!;
    const graph = graphSchema.parse(await clusterGraph(tested.database, cluster.id));
    for (const id of cluster.findings) {
      const own = await findingGraph(tested.database, id);
      expect(refs(graph)).toEqual(expect.arrayContaining(refs(own)));
      expect(graph.relations).toEqual(expect.arrayContaining(own.relations));
    }
  });

  it('does not exist for an unknown id', async () => {
    await expect(findingGraph(tested.database, 'F-none')).rejects.toThrow(NotFoundError);
    await expect(clusterGraph(tested.database, 'C-none')).rejects.toThrow(NotFoundError);
  });
});

describe('a node', () => {
  it('tells its columns, extra columns, rows, former values and findings', async () => {
    const detail = nodeDetailSchema.parse(await nodeDetail(tested.database, a1));
    expect(detail).toMatchObject({ caption: 'Minjun Harlow', stub: false });
    expect(detail.values).toMatchObject({ phone: '+1999', email: 'minjun@harlow.example' });
    expect(detail.extra).toEqual({ favourite_colour: 'teal' });
    expect(detail.sources.map(({ file, line }) => `${file}:${line}`)).toContain('accounts.csv:2');
    expect(detail.history).toMatchObject([{ values: { phone: '+1555' } }]);
    expect(detail.history[0]!.sources).toMatchObject([{ file: 'accounts.csv', line: 2 }]);
    expect(detail.findings.map(({ id }) => id)).toContain(payoutFinding().id);
  });

  it('has its findings also when it is no account', async () => {
    const detail = await nodeDetail(tested.database, { type: 'payment_account', id: 'p1' });
    expect(detail.findings.map(({ id }) => id)).toContain(payoutFinding().id);
  });

  it('is marked as a stub while no row describes it', async () => {
    const detail = await nodeDetail(tested.database, { type: 'person', id: 'nobody-described' });
    expect(detail).toMatchObject({ stub: true, caption: 'nobody-described', values: {} });
  });

  it('is never ground truth', async () => {
    await expect(nodeDetail(tested.database, { type: 'label', id: 'a1' })).rejects.toThrow(
      NotFoundError,
    );
    await expect(
      expand(tested.database, { type: 'label', id: 'a1' }, { limit: 5 }),
    ).rejects.toThrow(NotFoundError);
  });

  it.each(hostileIds)('is found under the id %j', async (id) => {
    expect(await nodeDetail(tested.database, { type: 'account', id })).toMatchObject({ id });
  });
});

describe('neighbours', () => {
  it('are counted once each, by relation, direction and type, most first', async () => {
    const counts = await neighbourCounts(tested.database, a1);
    expect(counts).toContainEqual({
      type: 'logins.ip',
      direction: 'out',
      says: 'logged in from',
      other: 'ip',
      count: 7,
    });
    expect(counts).toContainEqual(
      expect.objectContaining({ type: 'links', direction: 'in', other: 'company', count: 1 }),
    );
    expect(counts.map(({ count }) => count)).toEqual(
      counts.map(({ count }) => count).sort((a, b) => b - a),
    );
    expect(counts.map(({ other }) => other)).not.toContain('label');
  });

  it('of a hub are counted whole, but come in at most as many as asked for', async () => {
    const [logins] = await neighbourCounts(tested.database, hub);
    expect(logins).toMatchObject({ direction: 'in', says: '← logged in from', count: 41 });
    const graph = graphSchema.parse(await expand(tested.database, hub, { limit: 10 }));
    expect(graph.nodes).toHaveLength(11);
    expect(graph.relations).toHaveLength(10);
    expect(graph.omitted).toBe(31);
  });

  it('come in the same order each time', async () => {
    const first = await expand(tested.database, hub, { limit: 10 });
    expect(await expand(tested.database, hub, { limit: 10 })).toEqual(first);
  });

  it('that lead on to few others come first, those that lead nowhere else last', async () => {
    const ips = await expand(tested.database, a1, { type: 'logins.ip', limit: 10 });
    const own = ips.nodes.filter(({ type }) => type === 'ip');
    const elsewhere = own.map((node) => {
      const here = ips.relations.filter(({ to }) => to.id === node.id).length;
      return node.degree > here && node.id !== '2001:db8::7' ? node.degree - here : Infinity;
    });
    expect(elsewhere[0]).toBeLessThan(Infinity);
    expect(elsewhere).toEqual([...elsewhere].sort((one, other) => one - other));
  });

  it('come one of each type before a second of any', async () => {
    const all = await expand(tested.database, a1, { limit: 500 });
    const types = new Set(all.nodes.slice(1).map(({ type }) => type)).size;
    expect(types).toBeGreaterThan(2);
    const few = await expand(tested.database, a1, { limit: types });
    expect(new Set(few.nodes.slice(1).map(({ type }) => type)).size).toBe(types);
  });

  it('with very many relations show the latest of them', async () => {
    const graph = await expand(tested.database, a1, { type: 'logins.ip', limit: 10 });
    const many = graph.relations.filter(({ to }) => to.id === '2001:db8::7');
    expect(many).toHaveLength(25);
    expect(many[0]!.at).toBe('2024-01-30T09:00:00.000Z');
    expect(graph.omitted).toBe(5);
  });

  it('include a node that refers to itself, once', async () => {
    const graph = await expand(
      tested.database,
      { type: 'account', id: 'a2' },
      { type: 'ratings.to_account_id', limit: 10 },
    );
    expect(refs(graph)).toEqual(['account:a1', 'account:a2']);
    expect(graph.relations).toHaveLength(2);
    expect(graph.omitted).toBe(0);
  });

  it.each(['out', 'in'] as const)('can be asked for in one direction: %s', async (direction) => {
    const graph = await expand(
      tested.database,
      { type: 'company', id: 'c1' },
      { type: 'links', direction, limit: 10 },
    );
    expect(refs(graph)).toEqual(
      direction === 'out'
        ? ['account:a1', 'company:c1', 'watchlist_entry:w2']
        : ['company:c1', 'person:nobody-described'],
    );
    expect(graph.omitted).toBe(0);
  });

  it('of an unknown kind are a mistake that names the kinds', async () => {
    const asked = expand(tested.database, a1, { type: 'logins.iq', limit: 10 });
    await expect(asked).rejects.toThrow(UsageError);
    await expect(asked).rejects.toMatchObject({ details: [{ where: 'query.type' }] });
  });
});

describe('the overview', () => {
  it('counts what is loaded and what the latest run found', async () => {
    const shown = await overview(tested.database);
    expect(shown.nodes).toMatchObject({
      account: 3 + 40 + hostileIds.length,
      company: 1,
      watchlist_entry: 3,
    });
    expect(shown.nodes).not.toHaveProperty('label');
    expect(shown).toMatchObject({
      findings: result.findings.length,
      clusters: result.clusters.length,
      run: { run: result.run.run },
    });
    const [row] = await tested.database.read<{ count: number }>(
      'MATCH ()-[r]->() RETURN count(r) AS count',
    );
    expect(shown.relations).toBe(row!.count);
  });
});
