import neo4j, { type Driver } from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { neighbourCountSchema, type NeighbourCount } from '../../domain/answers.ts';
import type { NodeRef } from '../../domain/schema/graph.ts';
import { neighbourCounts } from '../../server/explore/graph/neighbours.ts';
import { recorded } from '../../server/graph/neo4j/recording.ts';
import { testDatabase } from '../database.ts';

const tested = testDatabase();
let driver: Driver;

const small: NodeRef = { type: 'ip', id: '198.51.100.1' };
const large: NodeRef = { type: 'ip', id: '198.51.100.2' };
const most = 100;
/** Accounts that an address is used by, each once, and devices that were seen there. */
const users = { [small.id]: 300, [large.id]: 3_000 };
const seenThere = 7;

beforeAll(async () => {
  const { uri, user, password } = tested.settings.neo4j!;
  driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
  for (const [ip, count] of Object.entries(users))
    await driver.executeQuery(
      `CREATE (i:Ip {id: $ip})
       FOREACH (at IN range(1, toInteger($count)) |
         CREATE (:Account {id: $ip + '-' + at})-[:LOGGED_IN_FROM {key: $ip + at}]->(i))
       FOREACH (at IN range(1, toInteger($seenThere)) |
         CREATE (i)-[:SAME_EXITS {key: $ip + '~' + at}]->(:Ip {id: $ip + ':' + at}))`,
      { ip, count, seenThere },
    );
});

afterAll(() => driver.close());

interface Looked {
  dbHits: number;
  children: Looked[];
}

/** How often the server looks at its store for all that is asked for the counts. */
async function hitsOf(ref: NodeRef): Promise<number> {
  const reads = await recorded(() => neighbourCounts(tested.database, ref, most));
  const all = ({ dbHits, children }: Looked): number =>
    children.reduce((sum, child) => sum + all(child), dbHits);
  let hits = 0;
  for (const { query, params } of reads) {
    const { summary } = await driver.executeQuery(`PROFILE ${query}`, params);
    hits += summary.profile ? all(summary.profile) : Infinity;
  }
  return hits;
}

describe('the neighbours of a hub', () => {
  const byOther = (counts: NeighbourCount[]) =>
    counts.map(({ other, direction, count, at_least }) => [other, direction, count, at_least]);

  it('are counted up to a limit, which is said, and those of rarer kinds whole', async () => {
    const counts = await neighbourCounts(tested.database, large, most);
    expect(neighbourCountSchema.array().parse(counts)).toEqual(counts);
    expect(byOther(counts)).toEqual([
      ['account', 'in', most, true],
      ['ip', 'out', seenThere, undefined],
    ]);
  });

  it('of a node below the limit are counted whole', async () => {
    expect(byOther(await neighbourCounts(tested.database, small, 10 * most))).toEqual([
      ['account', 'in', users[small.id], undefined],
      ['ip', 'out', seenThere, undefined],
    ]);
  });

  it('cost the same whether three hundred or three thousand use it', async () => {
    expect(await hitsOf(large)).toBe(await hitsOf(small));
  });
});
