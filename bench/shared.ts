import { readFile } from 'node:fs/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import { z } from 'zod';
import { compareText } from '../domain/compare-text.ts';
import { UnionFind } from '../server/detection/link/union-find.ts';
import type { Database } from '../server/graph/neo4j/database.ts';
import { peerSaid } from './python-peer.ts';
import { computed, type Work } from './works.ts';

/** What more accounts share than this is a place; detectors of shared addresses and devices leave it out as usual. */
const mostHolders = 40;

/** Accounts that share something: each pair, `a` before `b`, with how many values they share; and who is connected. */
interface Linked {
  links: readonly string[];
  components: readonly (readonly string[])[];
}

const peerSchema = z.object({
  seconds: z.number(),
  processor: z.number(),
  links: z.array(z.string()),
  components: z.array(z.array(z.string())),
});

const what = {
  files: 'links and components of shared attributes, out of the files',
  database: 'links and components of shared attributes, out of the loaded database',
};

/** Of the files of a world, both sides by the same SQL up to who holds what. Reads them where the process is. */
export function linkedFromFiles(world: string): Promise<Work> {
  return besidePeer(what.files, world, async () => {
    const instance = await DuckDBInstance.create();
    const connection = await instance.connect();
    try {
      await connection.run(await readFile(new URL('peers/held.sql', import.meta.url), 'utf8'), {
        most: mostHolders,
      });
      const read = await connection.runAndReadAll(
        'SELECT list(account) FROM held GROUP BY kind, value',
      );
      return linked((read.getRowsJS() as [string[]][]).map(([accounts]) => accounts));
    } finally {
      connection.closeSync();
      instance.closeSync();
    }
  });
}

/** Of the same world where it is loaded. */
export function linkedFromDatabase(database: Database, world: string): Promise<Work> {
  return besidePeer(what.database, world, async () => {
    const holders: string[][] = [];
    const rows = database.stream<{ accounts: string[] }>(heldInDatabase, { most: mostHolders });
    for await (const { accounts } of rows) holders.push(accounts);
    return linked(holders);
  });
}

const heldInDatabase = [
  'MATCH (thing:Device)<-[:LOGGED_IN_ON]-(a:Account) WITH thing, a',
  'MATCH (thing:Ip)<-[:LOGGED_IN_FROM]-(a:Account) WITH thing, a',
  `MATCH (thing:PaymentAccount)<-[:PAID_THROUGH {purpose: 'payout'}]-(a:Account) WITH thing, a`,
  'MATCH (d:Document)-[:HANDED_IN_BY]->(a:Account) WHERE d.number IS NOT NULL WITH d.number AS thing, a',
]
  .map(
    (match) => `${match}
     WITH thing, collect(DISTINCT a.id) AS accounts WHERE 2 <= size(accounts) <= $most
     RETURN accounts`,
  )
  .join('\nUNION ALL\n');

/** Throws where the two do not find the same. */
async function besidePeer(name: string, world: string, find: () => Promise<Linked>): Promise<Work> {
  const peer = peerSaid('shared.py', [world, String(mostHolders)], peerSchema);
  const { result: found, ...own } = await computed(find);
  const [ours, theirs] = [found, peer].map(inOrder);
  if (JSON.stringify(ours) !== JSON.stringify(theirs))
    throw new Error(
      `${name}: ${counts(found)} were found, and ${counts(peer)} by DuckDB and NetworkX.`,
    );
  return {
    ...(name === what.files ? { processor: { ours: own.processor, beside: peer.processor } } : {}),
    ...{ what: name, seconds: own.seconds, aim: { ratio: 0.2 } },
    beside: { what: 'DuckDB and NetworkX, out of the files', seconds: peer.seconds },
    note: `Accounts are linked where they share a device, an IP, a payout account or the number of a document that at most ${mostHolders} hold. Both found the same ${counts(found)}, or the bench had failed. Starting and importing is not timed.`,
  };
}

/** Pairs are counted, and components kept, as the values come, without a graph. */
function linked(holders: readonly string[][]): Linked {
  const shared = new Map<string, number>();
  const sets = new UnionFind();
  for (const accounts of holders) {
    accounts.sort();
    accounts.forEach((a, at) => {
      sets.join(accounts[0]!, a);
      for (let next = at + 1; next < accounts.length; next += 1) {
        const pair = `${a}\n${accounts[next]!}`;
        shared.set(pair, (shared.get(pair) ?? 0) + 1);
      }
    });
  }
  return {
    links: [...shared].map(([pair, count]) => `${pair}\n${count}`),
    components: [...sets.sets().values()],
  };
}

function inOrder({ links, components }: Linked): Linked {
  return {
    links: [...links].sort(),
    components: components
      .map((members) => [...members].sort())
      .sort((one, other) => compareText(one[0]!, other[0]!)),
  };
}

function counts({ links, components }: Linked): string {
  return `${links.length.toLocaleString('en')} links and ${components.length.toLocaleString('en')} components`;
}
