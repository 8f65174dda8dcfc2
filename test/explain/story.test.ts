import { beforeAll, describe, expect, it } from 'vitest';
import { graphSchema, type Graph } from '../../domain/answers.ts';
import { formatRef } from '../../domain/schema/graph.ts';
import { explain } from '../../server/decisions/explain/explain.ts';
import { linkedAccounts } from '../../server/decisions/explain/linked-accounts.ts';
import {
  accountGraph,
  clusterGraph,
  findingGraph,
  pairGraph,
} from '../../server/decisions/explain/told-graph.ts';
import { expand } from '../../server/explore/graph/neighbours.ts';
import type { DetectionResult } from '../../server/detection/runs/store-run.ts';
import { testDatabase } from '../database.ts';
import { detectedSample } from '../detected-sample.ts';

const tested = testDatabase();
let result: DetectionResult;

beforeAll(async () => {
  result = await detectedSample(tested);
});

const refsOf = ({ nodes }: Graph) => new Set(nodes.map(formatRef));

describe('the story of a cluster', () => {
  it('shows every member and few things, all of them in the graph', async () => {
    for (const { id, accounts } of result.clusters) {
      const graph = graphSchema.parse(await clusterGraph(tested.database, id));
      const story = graph.story!;
      const shown = new Set(story.shown.map(formatRef));
      for (const account of accounts) expect(shown).toContain(`account:${account}`);
      for (const { node } of story.things) expect(shown).toContain(formatRef(node));
      expect(story.things.length, id).toBeLessThanOrEqual(12);
      for (const ref of shown) expect(refsOf(graph)).toContain(ref);
    }
  });

  it('gives its things no more than what binds the members weighs in their sum', async () => {
    for (const { id, group } of result.clusters) {
      const { story } = await clusterGraph(tested.database, id);
      for (const thing of story!.things) {
        const terms = group!.terms.filter(({ name }) =>
          thing.families.some((family) => name === `bond:${family}`),
        );
        const most = terms.reduce((sum, { weight }) => sum + weight, 0);
        expect(thing.weight ?? 0, formatRef(thing.node)).toBeLessThanOrEqual(most + 1e-9);
      }
    }
  });

  it('draws between accounts what only such findings say of the two as name both', async () => {
    const byId = new Map(result.findings.map((finding) => [finding.id, finding]));
    for (const { id } of result.clusters) {
      const { story } = await clusterGraph(tested.database, id);
      for (const { a, b, finding, weight } of story!.links) {
        expect(byId.get(finding)!.accounts).toEqual(expect.arrayContaining([a, b]));
        expect(weight).toBeGreaterThan(0);
      }
    }
  });
});

describe('the story of a finding', () => {
  it('names the payment account through which several are paid', async () => {
    const finding = result.findings.find(({ detector }) => detector === 'shared-payout')!;
    const { story } = await findingGraph(tested.database, finding.id);
    const [purse] = finding.nodes.filter(({ type }) => type === 'payment_account');
    expect(story!.things[0]).toMatchObject({ node: purse, accounts: finding.accounts.length });
    expect(story!.things[0]!.weight).toBeGreaterThan(0);
  });

  it('is none where nothing holds anybody together', async () => {
    const alone = result.findings.find(({ accounts }) => accounts.length === 1)!;
    expect((await findingGraph(tested.database, alone.id)).story).toBeUndefined();
  });
});

describe('the story of a pair', () => {
  it('weighs what links the two as the explanation does, and shows it in the graph', async () => {
    for (const { accounts } of result.clusters) {
      const [a = '', b = ''] = accounts;
      const graph = graphSchema.parse(await pairGraph(tested.database, a, b));
      const { weights } = await explain(tested.database, a, b);
      const counting = weights.filter(({ finding, weight }) => finding !== null && weight !== 0);
      const { things = [], links = [], shown = [] } = graph.story ?? {};
      const told = [...things, ...links].reduce((sum, { weight }) => sum + (weight ?? 0), 0);
      const said = counting.reduce((sum, { weight }) => sum + weight, 0);
      expect(told, `${a} ${b}`).toBeCloseTo(said, 6);
      for (const ref of shown) expect(refsOf(graph)).toContain(formatRef(ref));
    }
  });

  it('is none of two that have nothing in common', async () => {
    const [a, b] = [result.clusters[0]!.accounts[0]!, result.clusters.at(-1)!.accounts[0]!];
    const graph = await pairGraph(tested.database, a, b);
    expect(graph.story).toBeUndefined();
    expect([...refsOf(graph)].sort()).toEqual([`account:${a}`, `account:${b}`].sort());
  });
});

describe('the story of an account', () => {
  it('shows whom it is most surely linked to, and folds its other neighbours', async () => {
    for (const { accounts } of result.clusters) {
      const [account = ''] = accounts;
      const graph = graphSchema.parse(await accountGraph(tested.database, account, 25));
      const shown = graph.story!.shown.map(formatRef);
      expect(shown[0]).toBe(`account:${account}`);
      const [surest] = await linkedAccounts(tested.database, account, 1);
      expect(shown).toContain(formatRef(surest!.account));
      for (const ref of shown) expect(refsOf(graph)).toContain(ref);
      const own = await expand(tested.database, { type: 'account', id: account }, { limit: 25 });
      for (const ref of refsOf(own)) expect(refsOf(graph)).toContain(ref);
      for (const { a, b } of graph.story!.links) expect([a, b]).toContain(account);
    }
  });

  it('is none of one whom nothing links: its neighbours alone', async () => {
    const spoken = new Set(result.findings.flatMap(({ accounts }) => accounts));
    const rows = await tested.database.read<{ id: string }>('MATCH (a:Account) RETURN a.id AS id');
    const { id } = rows.find((one) => !spoken.has(one.id))!;
    const graph = await accountGraph(tested.database, id, 25);
    expect(graph).toEqual(await expand(tested.database, { type: 'account', id }, { limit: 25 }));
  });
});
