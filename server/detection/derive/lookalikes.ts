import { addTo } from '../../../domain/group-by.ts';
import { compareText } from '../../../domain/compare-text.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { blockingKeys } from '../../graph/names/candidates.ts';
import type { Derivation, Inferred } from './derivation.ts';
import { isLookalike, mailDomain, nameOfDomain, siteDomain, slips } from './domain-likeness.ts';
import { companyKey } from './entity-text.ts';

/** A domain that so many accounts use is one of its own, however like another's. */
const ownDomainUsers = 10;
/** An employer's domain is known from companies' rows, or from so many accounts that name the employer. */
const employeesKnown = 3;
/** More accounts than this with one name and employer are a list or a default, not an employee copied. */
const mostNamesakes = 50;

/**
 * Domains made to look like a company's, and employees whose name and employer stand on several accounts. Both
 * borrow the good name of a real company.
 */
const lookalikes: Derivation = {
  version: 1,
  makes: ['LOOKALIKE_DOMAIN', 'SAME_EMPLOYEE'],
  infer: async (database, asOf) => {
    const users = await readUsers(database, asOf);
    return [
      ...lookalikeDomains(users, await companyDomains(database, asOf)),
      ...sameEmployees(users),
    ];
  },
};
export default lookalikes;

interface User {
  id: string;
  name: string | null;
  employer: string | null;
  domains: string[];
}

async function readUsers(database: Database, asOf: string): Promise<User[]> {
  const rows = await database.read<{
    id: string;
    name: string | null;
    employer: string | null;
    mails: (string | null)[];
    sites: (string | null)[];
  }>(
    `MATCH (a:Account) WHERE NOT coalesce(a._stub, false) AND coalesce(a._at, '') <= $asOf
     OPTIONAL MATCH (a)<-[:PROFILE_OF]-(p:Profile) WHERE coalesce(p._at, '') <= $asOf
     WITH a, collect(p.email) AS mails, collect(p.website) AS sites, head(collect(p.employer)) AS elsewhere
     OPTIONAL MATCH (a)<-[:HANDED_IN_BY]-(d:Document)
     WHERE d.issuer_email IS NOT NULL AND coalesce(d._at, '') <= $asOf
     WITH a, mails, sites, elsewhere, collect(DISTINCT d.issuer_email) AS issuers
     OPTIONAL MATCH (a)-[then:STATED_THEN]->(a)
     WITH a, coalesce(then, a) AS stated, mails, sites, elsewhere, issuers
     RETURN a.id AS id, coalesce(stated.legal_name, stated.display_name) AS name,
            coalesce(stated.employer, elsewhere) AS employer,
            [stated.email] + mails + issuers AS mails, [stated.website] + sites AS sites
     ORDER BY id`,
    { asOf },
  );
  return rows.map(({ id, name, employer, mails, sites }) => ({
    id,
    name,
    employer,
    domains: [
      ...new Set([
        ...mails.flatMap((mail) => mailDomain(mail) ?? []),
        ...sites.flatMap((site) => siteDomain(site) ?? []),
      ]),
    ].sort(),
  }));
}

interface Owner {
  type: 'company' | 'account';
  id: string;
}

async function companyDomains(database: Database, asOf: string): Promise<Map<string, Owner>> {
  const rows = await database.read<{ id: string; email: string | null; website: string | null }>(
    `MATCH (c:Company) WHERE (c.email IS NOT NULL OR c.website IS NOT NULL) AND coalesce(c._at, '') <= $asOf
     RETURN c.id AS id, c.email AS email, c.website AS website ORDER BY id`,
    { asOf },
  );
  const owners = new Map<string, Owner>();
  for (const { id, email, website } of rows)
    for (const domain of [siteDomain(website), mailDomain(email)])
      if (domain !== null && !owners.has(domain)) owners.set(domain, { type: 'company', id });
  return owners;
}

function lookalikeDomains(
  users: readonly User[],
  companies: ReadonlyMap<string, Owner>,
): Inferred[] {
  const usersOf = new Map<string, User[]>();
  for (const user of users) for (const domain of user.domains) addTo(usersOf, domain, user);
  const known = new Map(companies);
  for (const [domain, all] of usersOf)
    if (!known.has(domain) && isEmployers(all))
      known.set(domain, { type: 'account', id: all[0]!.id });

  const near = new Map<string, string[]>();
  for (const domain of known.keys())
    for (const slip of slips(nameOfDomain(domain))) addTo(near, slip, domain);
  const found: Inferred[] = [];
  for (const [domain, all] of usersOf) {
    if (known.has(domain) || all.length >= ownDomainUsers) continue;
    const real = [...new Set(slips(nameOfDomain(domain)).flatMap((slip) => near.get(slip) ?? []))]
      .flatMap((other) => {
        const score = isLookalike(domain, other);
        return score === 0 ? [] : [{ other, score }];
      })
      .sort((a, b) => b.score - a.score || compareText(a.other, b.other))[0];
    if (!real) continue;
    const owner = known.get(real.other)!;
    for (const user of all)
      if (user.id !== owner.id)
        found.push({
          relation: 'LOOKALIKE_DOMAIN',
          from: { type: 'account', id: user.id },
          to: owner,
          score: real.score,
          reason: `${domain} / ${real.other}`,
        });
  }
  return found;
}

/** Most of those who use it name one employer. */
function isEmployers(users: readonly User[]): boolean {
  if (users.length < employeesKnown) return false;
  const counts = new Map<string, number>();
  for (const { employer } of users)
    if (employer !== null) {
      const key = companyKey(employer);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  return Math.max(0, ...counts.values()) >= Math.max(employeesKnown, users.length * 0.8);
}

function sameEmployees(users: readonly User[]): Inferred[] {
  const groups = new Map<string, User[]>();
  for (const user of users) {
    if (user.name === null || user.employer === null) continue;
    const whole = [...blockingKeys(user.name, 'person')].find((key) => key.startsWith('all '));
    if (whole === undefined || whole.length < 16) continue;
    const key = `${whole} ${companyKey(user.employer)}`;
    addTo(groups, key, user);
  }
  return [...groups.values()].flatMap((group) =>
    group.length > mostNamesakes
      ? []
      : group.slice(1).map((user): Inferred => ({
          relation: 'SAME_EMPLOYEE',
          from: { type: 'account', id: user.id },
          to: { type: 'account', id: group[0]!.id },
          score: 0.5,
          reason: `${user.name!}, ${user.employer!}`,
        })),
  );
}
