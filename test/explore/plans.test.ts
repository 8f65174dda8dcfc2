import neo4j, { type Driver, type Plan } from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadQuery } from '../../cypher/load-query.ts';
import { nodeTypes } from '../../domain/schema/graph.ts';
import { overLabels, shownLabels } from '../../server/graph/canvas/shown-types.ts';
import { relationKinds } from '../../server/graph/canvas/relation-kinds.ts';
import { testDatabase } from '../database.ts';
import { loadRing } from './ring.ts';

const tested = testDatabase();
let driver: Driver;

beforeAll(async () => {
  await loadRing(tested);
  const { uri, user, password } = tested.settings.neo4j!;
  driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
});

afterAll(() => driver.close());

/** The operators by which the database would answer; the product itself never asks for a plan. */
async function operatorsOf(query: string, params: Record<string, unknown>): Promise<string[]> {
  const { summary } = await driver.executeQuery(`EXPLAIN ${query}`, params);
  const all = (plan: Plan): string[] => [plan.operatorType, ...plan.children.flatMap(all)];
  return summary.plan ? all(summary.plan) : [];
}

const relation = relationKinds.map((kind) => kind.relation);

type Planned = [name: string, query: string, params: Record<string, unknown>];

/** All begin at one node by its id; of the ids' indexes there are two kinds, a constraint's and a plain one. */
const labelOfEachIndex = ['Account', 'WatchlistEntry'];

const queries: Planned[] = [
  ...shownLabels.flatMap((label): Planned[] => [
    [`nodes ${label}`, loadQuery('explore/nodes', { label }), { ids: ['x'] }],
    [`counts ${label}`, loadQuery('explore/counts', { label }), {}],
  ]),
  ...labelOfEachIndex.flatMap((label): Planned[] => [
    [
      `neighbours ${label}`,
      loadQuery('explore/neighbours', { label, relation }),
      { id: 'x', look: 100 },
    ],
    [
      `expand ${label}`,
      loadQuery('explore/expand', { label, relation }),
      { id: 'x', limit: 10, most: 25, look: 100, out: true, in: true },
    ],
    [
      `relation_count ${label}`,
      loadQuery('explore/relation_count', { label, relation }),
      { id: 'x' },
    ],
  ]),
  ...relationKinds.map((kind): Planned => [
    `relations_between ${kind.relation}`,
    loadQuery('explore/relations_between', {
      from: 'Account',
      to: 'WatchlistEntry',
      relation: kind.relation,
    }),
    { pairs: [{ index: 0, from: 'x', to: 'y', at: '' }] },
  ]),
  [
    'path',
    loadQuery('explore/path', { from: 'Account', to: 'WatchlistEntry', relation }),
    { from: 'x', to: 'y' },
  ],
  ['exact ids', overLabels('nodes'), { ids: ['x'] }],
  ['search_words', loadQuery('explore/search_words'), { words: 'x', most: 10, each: 5 }],
  ['search_texts', loadQuery('explore/search_texts'), { words: 'x', most: 10 }],
  ['search_findings', loadQuery('explore/search_findings'), { words: 'x', most: 10 }],
  [
    'search_clusters',
    loadQuery('explore/search_clusters'),
    { run: 'x', beginning: 'C-', most: 10 },
  ],
  ['search_block', loadQuery('explore/search_block'), { from: '4', to: '5', most: 10 }],
  ['standing', loadQuery('explore/standing'), { ids: ['x'] }],
  ['source_file', loadQuery('explore/source_file'), { sha256: 'x' }],
  ['relation_counts', loadQuery('explore/relation_counts', { relation: 'RATED' }), {}],
];

describe('explore queries', () => {
  it.each(queries)('%s reads by an index', async (_name, query, params) => {
    const operators = await operatorsOf(query, params);
    expect(operators.length).toBeGreaterThan(0);
    for (const operator of operators)
      expect(operator).not.toMatch(
        /AllNodesScan|ByLabelScan|RelationshipTypeScan|AllRelationships/,
      );
  });

  it('leave no slot open and name no label of the ground truth', () => {
    const label = nodeTypes.find(({ type }) => type === 'label')!.label;
    for (const [, query] of queries) {
      expect(query).not.toMatch(/<\w+>/);
      expect(query).not.toContain(`\`${label}\``);
    }
  });
});
