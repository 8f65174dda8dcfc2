import { addTo } from '../../../domain/group-by.ts';
import { reasonsMessages as says } from '../../../domain/messages/en/reasons.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { UnionFind } from '../link/union-find.ts';
import type { Derivation } from './derivation.ts';
import { companyKey } from './entity-text.ts';

/**
 * Accounts that are openly connected: a family, an agency and those it employs, the staff of one company,
 * or two accounts that give one legal name with one birth date or contact. What such accounts share says little.
 * Each points to the first of its group, so that a query counts independent holders by counting groups.
 */
const declaredTogether: Derivation = {
  version: 3,
  makes: ['DECLARED_WITH'],
  infer: async (database, asOf) => {
    const groups = new UnionFind();
    const pairs = [
      ...(await linkedAccounts(database, asOf)),
      ...(await sameEmployer(database, asOf)),
      ...(await samePerson(database, asOf)),
    ];
    for (const [a, b] of pairs) groups.join(a, b);
    const members = [...groups.sets()].flatMap(([first, set]) =>
      set.filter((member) => member !== first).map((member) => ({ member, first })),
    );
    return members.map(({ member, first }) => ({
      relation: 'DECLARED_WITH' as const,
      from: { type: 'account' as const, id: member },
      to: { type: 'account' as const, id: first },
      score: 1,
      reason: says.declaredTogether,
    }));
  },
};
export default declaredTogether;

type Pair = [string, string];

async function linkedAccounts(database: Database, asOf: string): Promise<Pair[]> {
  const rows = await database.read<{ a: string; b: string }>(
    `MATCH (a:Account)-[l:LINKED_TO]->(b:Account)
     WHERE l.kind IN ['family_of', 'employs', 'owner_of', 'controls'] AND coalesce(l._at, '') <= $asOf
     RETURN a.id AS a, b.id AS b`,
    { asOf },
  );
  return rows.map(({ a, b }) => [a, b]);
}

interface Employer {
  name: string | null;
  /** Whom a source names as its staff, officer or owner, or as run by it. */
  stated: string[];
}

/**
 * Everyone whom a source names as staff, officer or owner of one company, or as run by it, and whoever names that company as
 * employer, once a source names at least two others: one head and many claims may be a front.
 */
async function sameEmployer(database: Database, asOf: string): Promise<Pair[]> {
  const employers = await database.read<Employer>(
    `MATCH (c:Company)-[l:LINKED_TO]-(a:Account)
     WHERE l.kind IN ['employs', 'officer_of', 'owner_of', 'controls', 'founded', 'represents']
       AND coalesce(l._at, '') <= $asOf
     WITH c, a ORDER BY c.id, a.id
     WITH c, collect(DISTINCT a.id) AS stated WHERE size(stated) > 1
     RETURN c.name AS name, stated`,
    { asOf },
  );
  const claims = await claimsByEmployer(database, asOf);
  return employers.flatMap(({ name, stated }) => {
    const claimed = name === null ? [] : (claims.get(companyKey(name)) ?? []);
    const borne = claimed.length <= claimsBorne * stated.length;
    return chained(borne ? [...stated, ...claimed] : stated);
  });
}

/** A well-known name is claimed by far more than work there; that connects nobody. */
const claimsBorne = 3;

async function claimsByEmployer(database: Database, asOf: string): Promise<Map<string, string[]>> {
  const rows = await database.read<{ id: string; employer: string }>(
    `MATCH (a:Account) WHERE coalesce(a._at, '') <= $asOf
     OPTIONAL MATCH (a)-[then:STATED_THEN]->(a)
     WITH a.id AS id, coalesce(then, a).employer AS employer WHERE employer IS NOT NULL
     RETURN id, employer ORDER BY id`,
    { asOf },
  );
  const claims = new Map<string, string[]>();
  for (const { id, employer } of rows) {
    const key = companyKey(employer);
    addTo(claims, key, id);
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
async function samePerson(database: Database, asOf: string): Promise<Pair[]> {
  const rows = await database.read<{ people: Person[] }>(
    `MATCH (a:Account) WHERE coalesce(a._at, '') <= $asOf
     OPTIONAL MATCH (a)-[then:STATED_THEN]->(a)
     WITH a.id AS id, coalesce(then, a) AS stated
     WHERE stated.legal_name IS NOT NULL
     WITH toLower(stated.legal_name) AS name, stated, id ORDER BY id
     WITH name, collect({id: id, birth_date: stated.birth_date, email: toLower(stated.email), phone: stated.phone})
       AS people
     WHERE size(people) > 1 AND size(people) <= $namesakes
     RETURN people`,
    { namesakes: mostNamesakes, asOf },
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
