import { rm } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadQuery } from '../../cypher/load-query.ts';
import { formatRef, type NodeRef } from '../../domain/schema/graph.ts';
import { longestPath } from '../../domain/paths.ts';
import { shortestPath } from '../../server/explore/graph/path.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { NotFoundError } from '../../server/platform/problems.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../database.ts';
import { writeDataset } from '../dataset.ts';

const tested = testDatabase();
const account = (id: string): NodeRef => ({ type: 'account', id });
const login = (account_id: string, ip: string) => ({
  account_id,
  ip,
  started_at: '2024-01-01T00:00:00Z',
});

/** A chain a0 – a7 of accounts, each sharing an address with the next, a short cut from a0 to a3, and one alone. */
beforeAll(async () => {
  const ids = [0, 1, 2, 3, 4, 5, 6, 7].map((at) => `a${at.toString()}`);
  const folder = await writeDataset({
    accounts: [...ids, 'alone'].map((account_id) => ({
      account_id,
      created_at: '2024-01-01T00:00:00Z',
    })),
    logins: [
      ...ids.slice(0, -1).flatMap((id, at) => {
        const ip = `192.0.2.${(at + 1).toString()}`;
        return [login(id, ip), login(ids[at + 1]!, ip)];
      }),
      login('a0', '198.51.100.1'),
      login('a3', '198.51.100.1'),
    ],
  });
  await loadFolders(tested.database, tested.settings, [folder], {}, silentProgress);
  await rm(folder, { recursive: true });
});

describe('a shortest path', () => {
  it('names the nodes in order, with the relations between them and their rows', async () => {
    const { nodes, relations } = await shortestPath(tested.database, account('a0'), account('a3'));
    expect(nodes.map(formatRef)).toEqual(['account:a0', 'ip:198.51.100.1', 'account:a3']);
    expect(relations).toHaveLength(2);
    for (const relation of relations) {
      expect(relation.type).toBe('logins.ip');
      expect(relation.sources[0]!.file).toBe('logins.csv');
    }
  });

  it('is none where it would be too long, or where nothing leads', async () => {
    expect(loadQuery('explore/path')).toContain(`*..${longestPath.toString()}]`);
    const empty = { nodes: [], relations: [], omitted: 0 };
    // a0 – a3 takes two relations, and each step further two more.
    const far = await shortestPath(tested.database, account('a0'), account('a6'));
    expect(far.relations).toHaveLength(8);
    expect(await shortestPath(tested.database, account('a0'), account('a7'))).toEqual(empty);
    expect(await shortestPath(tested.database, account('a0'), account('alone'))).toEqual(empty);
  });

  it('from a node to itself is that node; an unknown one is refused', async () => {
    const self = await shortestPath(tested.database, account('a0'), account('a0'));
    expect(self.nodes.map(formatRef)).toEqual(['account:a0']);
    await expect(shortestPath(tested.database, account('a0'), account('none'))).rejects.toThrow(
      NotFoundError,
    );
  });
});
