import { beforeAll, describe, expect, it } from 'vitest';
import { graphSchema, type Graph } from '../../domain/answers.ts';
import { formatRef } from '../../domain/schema/graph.ts';
import { clusterGraph, findingGraph } from '../../server/decisions/explain/told-graph.ts';
import type { DetectionResult } from '../../server/detection/runs/run-store.ts';
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
