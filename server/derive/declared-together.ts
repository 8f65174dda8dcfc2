import type { Database } from '../neo4j/database.ts';
import { UnionFind } from '../cluster/union-find.ts';
import type { Derivation } from './derivation.ts';

/**
 * Accounts that are openly connected: a family, an agency and those it employs, the staff of one company,
 * or two accounts that give the same legal name and birth date. What such accounts share says little.
 * Each points to the first of its group, so that a query counts independent holders by counting groups.
 */
const declaredTogether: Derivation = {
  version: 1,
  makes: ['DECLARED_WITH'],
  infer: async (database) => {
    const groups = new UnionFind();
    for (const [a, b] of [...(await linkedAccounts(database)), ...(await sameEmployer(database))])
      groups.join(a, b);
    for (const [a, b] of await samePerson(database)) groups.join(a, b);
    const members = [...groups.sets()].flatMap(([first, set]) =>
      set.filter((member) => member !== first).map((member) => ({ member, first })),
    );
    return members.map(({ member, first }) => ({
      relation: 'DECLARED_WITH' as const,
      from: { type: 'account' as const, id: member },
      to: { type: 'account' as const, id: first },
      score: 1,
      reason: 'family, employment or one openly named person',
    }));
  },
};
export default declaredTogether;

type Pair = [string, string];

async function linkedAccounts(database: Database): Promise<Pair[]> {
  const rows = await database.read<{ a: string; b: string }>(
    `MATCH (a:Account)-[l:LINKED_TO]->(b:Account)
     WHERE l.kind IN ['family_of', 'employs', 'owner_of', 'controls']
     RETURN a.id AS a, b.id AS b`,
  );
  return rows.map(({ a, b }) => [a, b]);
}

/** Everyone whom a source names as staff, officer or owner of one company. */
async function sameEmployer(database: Database): Promise<Pair[]> {
  const rows = await database.read<{ accounts: string[] }>(
    `MATCH (c:Company)-[l:LINKED_TO]-(a:Account)
     WHERE l.kind IN ['employs', 'officer_of', 'owner_of', 'founded', 'represents']
     WITH c, collect(DISTINCT a.id) AS accounts WHERE size(accounts) > 1
     RETURN accounts`,
  );
  return rows.flatMap(({ accounts }) => chained(accounts));
}

async function samePerson(database: Database): Promise<Pair[]> {
  const rows = await database.read<{ accounts: string[] }>(
    `MATCH (a:Account) WHERE a.legal_name IS NOT NULL AND a.birth_date IS NOT NULL
     WITH toLower(a.legal_name) AS name, a.birth_date AS birth_date, collect(a.id) AS accounts
     WHERE size(accounts) > 1
     RETURN accounts`,
  );
  return rows.flatMap(({ accounts }) => chained(accounts));
}

function chained(accounts: readonly string[]): Pair[] {
  return accounts.slice(1).map((account) => [accounts[0]!, account]);
}
