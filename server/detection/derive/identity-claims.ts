import type { NodeTypeName } from '../../../domain/schema/schema.ts';
import { reasonsMessages as says } from '../../../domain/messages/en/reasons.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { namesComparable, partInCommon } from '../../graph/names/comparable.ts';
import { scoreNames, sameNameScore } from '../../graph/names/score.ts';
import type { Derivation, Inferred } from './derivation.ts';

/**
 * Where what an account says of a person is contradicted by its papers, its profiles elsewhere or the holder of
 * what it is paid through. Spellings of one name in other scripts agree; names whose scripts no rule can compare
 * say nothing.
 */
const identityClaims: Derivation = {
  version: 2,
  makes: ['NAME_DISAGREES', 'CLAIM_DISAGREES'],
  infer: async (database, asOf) => [
    ...(await disagreeingNames(database, asOf)),
    ...(await disagreeingClaims(database, asOf)),
  ],
};
export default identityClaims;

/** A part in common is what marriage, a middle name or a relative's bank account leave. */
const partlySame = 0.3;

interface NamedRow {
  account: string;
  names: (string | null)[];
  type: NodeTypeName;
  id: string;
  name: string;
}

/** Papers that bear their holder's own name. */
const ownPapers = `['passport', 'national_id', 'driving_licence', 'social_security', 'resident_card', 'diploma', 'visa', 'statement', 'resume']`;

async function disagreeingNames(database: Database, asOf: string): Promise<Inferred[]> {
  const found: Inferred[] = [];
  for (const query of [
    `MATCH (d:Document)-[:HANDED_IN_BY]->(a:Account)
     WHERE d.name_on_document IS NOT NULL AND d.kind IN ${ownPapers} AND coalesce(d._at, '') <= $asOf
     OPTIONAL MATCH (a)-[then:STATED_THEN]->(a)
     WITH a, d, coalesce(then, a) AS stated
     RETURN a.id AS account, [stated.legal_name, stated.display_name] AS names, 'document' AS type, d.id AS id, d.name_on_document AS name`,
    `MATCH (p:Profile)-[:PROFILE_OF]->(a:Account)
     WHERE p.name IS NOT NULL AND coalesce(p._at, '') <= $asOf
     OPTIONAL MATCH (a)-[then:STATED_THEN]->(a)
     WITH a, p, coalesce(then, a) AS stated
     RETURN a.id AS account, [stated.legal_name, stated.display_name] AS names, 'profile' AS type, p.id AS id, p.name AS name`,
    `MATCH (a:Account)-[u:PAID_THROUGH]->(p:PaymentAccount)
     WHERE p.holder_name IS NOT NULL AND NOT EXISTS { (p)-[:HELD_BY]->(:Company) }
       AND coalesce(u.purpose, 'payout') = 'payout' AND coalesce(u._at, a._at, '') <= $asOf
     OPTIONAL MATCH (a)-[then:STATED_THEN]->(a)
     WITH a, p, coalesce(then, a) AS stated
     RETURN DISTINCT a.id AS account, [stated.legal_name, stated.display_name] AS names, 'payment_account' AS type, p.id AS id, p.holder_name AS name`,
  ])
    await database.each<NamedRow>(query, { asOf }, (row) => {
      const tie = nameTie(row);
      if (tie) found.push(tie);
    });
  return found;
}

function nameTie({ account, names, type, id, name }: NamedRow): Inferred | null {
  // A handle is no name, nor is a company's.
  const own = names.filter((each) => each !== null).filter(isFullName);
  if (own.length === 0 || isCompany(name)) return null;
  if (!own.some((each) => namesComparable(each, name))) return null;
  const best = Math.max(...own.map((each) => scoreNames(each, name, 'person').score));
  if (best >= sameNameScore) return null;
  const partly = own.some((each) => partInCommon(each, name));
  const score = partly ? partlySame : Math.round((1 - best * 0.5) * 1e6) / 1e6;
  const reason = partly ? says.namesPartlySame(own[0]!, name) : `${own[0]!} / ${name}`;
  return {
    relation: 'NAME_DISAGREES',
    from: { type: 'account', id: account },
    to: { type, id },
    score,
    reason,
  };
}

/** Several words, or characters that need no blank between family and given name. */
function isFullName(name: string): boolean {
  return name.trim().includes(' ') || /[\p{Script=Han}\p{Script=Hangul}]{2}/u.test(name);
}

function isCompany(name: string): boolean {
  return /\b(ltd|limited|llc|inc|corp|gmbh|co|bv|oy|ooo|srl|sarl|company|group|agency|studio)\b\.?|公司|회사/i.test(
    name,
  );
}

interface ClaimRow {
  account: string;
  profile: string;
  employer: [string | null, string | null];
  education: [string | null, string | null];
}

async function disagreeingClaims(database: Database, asOf: string): Promise<Inferred[]> {
  const found: Inferred[] = [];
  for await (const { account, profile, employer, education } of database.stream<ClaimRow>(
    `MATCH (p:Profile)-[:PROFILE_OF]->(a:Account)
     WHERE coalesce(p._at, '') <= $asOf
     OPTIONAL MATCH (a)-[then:STATED_THEN]->(a)
     WITH a, p, coalesce(then, a) AS stated
     WHERE ((stated.employer IS NOT NULL AND p.employer IS NOT NULL AND toLower(stated.employer) <> toLower(p.employer))
       OR (stated.education IS NOT NULL AND p.education IS NOT NULL AND toLower(stated.education) <> toLower(p.education)))
     RETURN a.id AS account, p.id AS profile, [stated.employer, p.employer] AS employer,
            [stated.education, p.education] AS education`,
    { asOf },
  )) {
    const studiedElsewhere = differ(education);
    const claims = [
      ...(differ(employer) ? [says.claims.employer] : []),
      ...(studiedElsewhere ? [says.claims.education] : []),
    ];
    if (claims.length === 0) continue;
    found.push({
      relation: 'CLAIM_DISAGREES',
      from: { type: 'account', id: account },
      to: { type: 'profile', id: profile },
      // Jobs change; where one studied does not.
      score: studiedElsewhere ? 0.6 : 0.3,
      reason: says.claimsDiffer(claims),
    });
  }
  return found;
}

function differ([one, other]: [string | null, string | null]): boolean {
  if (one === null || other === null) return false;
  return (
    scoreNames(one, other, 'organization').score < 0.6 &&
    !one.includes(other) &&
    !other.includes(one)
  );
}
