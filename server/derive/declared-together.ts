import type { Database } from '../neo4j/database.ts';
import { UnionFind } from '../cluster/union-find.ts';
import type { Derivation } from './derivation.ts';
import { companyKey } from './entity-text.ts';

/**
 * Accounts that are openly connected: a family, an agency and those it employs, the staff of one company,
 * or two accounts that give one legal name with one birth date or contact. What such accounts share says little.
 * Each points to the first of its group, so that a query counts independent holders by counting groups.
 */
const declaredTogether: Derivation = {
  version: 2,
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

interface Employer {
  name: string | null;
  /** Whom a source names as its staff, officer or owner. */
  stated: string[];
}

/**
 * Everyone whom a source names as staff, officer or owner of one company, and whoever names that company as
 * employer, once a source names at least two others: one head and many claims may be a front.
 */
async function sameEmployer(database: Database): Promise<Pair[]> {
  const employers = await database.read<Employer>(
    `MATCH (c:Company)-[l:LINKED_TO]-(a:Account)
     WHERE l.kind IN ['employs', 'officer_of', 'owner_of', 'founded', 'represents']
     WITH c, a ORDER BY c.id, a.id
     WITH c, collect(DISTINCT a.id) AS stated WHERE size(stated) > 1
     RETURN c.name AS name, stated`,
  );
  const claims = await claimsByEmployer(database);
  return employers.flatMap(({ name, stated }) => {
    const claimed = name === null ? [] : (claims.get(companyKey(name)) ?? []);
    const borne = claimed.length <= claimsBorne * stated.length;
    return chained(borne ? [...stated, ...claimed] : stated);
  });
}

/** A well-known name is claimed by far more than work there; that connects nobody. */
const claimsBorne = 3;

async function claimsByEmployer(database: Database): Promise<Map<string, string[]>> {
  const rows = await database.read<{ id: string; employer: string }>(
    `MATCH (a:Account) WHERE a.employer IS NOT NULL
     RETURN a.id AS id, a.employer AS employer ORDER BY a.id`,
  );
  const claims = new Map<string, string[]>();
  for (const { id, employer } of rows) {
    const key = companyKey(employer);
    claims.set(key, [...(claims.get(key) ?? []), id]);
  }
  return claims;
}

interface Person {
  id: string;
  birth_date: string | null;
  email: string | null;
  phone: string | null;
}

/** One legal name, with one birth date, or with one contact where a birth date is not known. */
async function samePerson(database: Database): Promise<Pair[]> {
  const rows = await database.read<{ people: Person[] }>(
    `MATCH (a:Account) WHERE a.legal_name IS NOT NULL
     WITH toLower(a.legal_name) AS name, a ORDER BY a.id
     WITH name, collect({id: a.id, birth_date: a.birth_date, email: toLower(a.email), phone: a.phone})
       AS people
     WHERE size(people) > 1 AND size(people) <= $namesakes
     RETURN people`,
    { namesakes: mostNamesakes },
  );
  return rows.flatMap(({ people }) =>
    people.flatMap((one, index) =>
      people
        .slice(index + 1)
        .filter((other) => isOnePerson(one, other))
        .map((other): Pair => [one.id, other.id]),
    ),
  );
}

/** A name that more accounts bear is a placeholder. */
const mostNamesakes = 100;

function isOnePerson(one: Person, other: Person): boolean {
  if (one.birth_date !== null && other.birth_date !== null)
    return one.birth_date === other.birth_date;
  return (
    (one.email !== null && one.email === other.email) ||
    (one.phone !== null && one.phone === other.phone)
  );
}

function chained(accounts: readonly string[]): Pair[] {
  return accounts.slice(1).map((account) => [accounts[0]!, account]);
}
