// Finds: batches of accounts created within days of each other that are alike in what they were made with and
//        what they did first.
// Why:   look harder at new accounts (M11), above all those that a weak check lets in by the batch (A3).
// Cost:  one pass over the batches that the derivation found.
// Limits: accounts made one at a time, over weeks, are in no batch; neither is what a crowd of sign-ups explains.
MATCH (first:Account)<-[alike:CREATED_ALIKE]-(member:Account)
WHERE first.created_at <= $as_of AND member.created_at <= $as_of
WITH first, alike, member ORDER BY first.id, member.created_at, member.id
WITH first, collect(alike)[..toInteger($most_accounts)] AS likenesses,
     collect(member) AS all_others, count(member) + 1 AS accounts
WHERE accounts >= $min_accounts
CALL (first, all_others) {
  UNWIND [first] + all_others AS a
  OPTIONAL MATCH (a)-[:DECLARED_WITH]->(group:Account)
  OPTIONAL MATCH (a)-[then:STATED_THEN]->(a)
  WITH a, coalesce(group.id, a.id) AS party, coalesce(then, a) AS stated ORDER BY a.id
  RETURN count(DISTINCT party) AS unrelated, max(a.created_at) AS last,
         count(DISTINCT CASE WHEN stated.verified_at <= $as_of OR stated.video_verified_at <= $as_of THEN a END) AS verified
}
WITH *, all_others[..toInteger($most_accounts)] AS members
WITH *, [first] + members AS all_members, [1.0] + [l IN likenesses | l.score] AS shares
RETURN first.id AS key,
       all_members AS nodes,
       likenesses AS relations,
       [{of: 'Account', rows: accounts, first: first.created_at, last: last}] AS counted,
       reduce(ties = [], p IN range(0, size(all_members) - 2) |
         ties + [q IN range(p + 1, size(all_members) - 1) |
           {
             a: all_members[p].id,
             b: all_members[q].id,
             share: CASE WHEN shares[p] < shares[q] THEN shares[p] ELSE shares[q] END
           }]) AS ties,
       {
         accounts: accounts,
         unrelated: unrelated,
         verified: verified,
         hours: round((datetime(last).epochSeconds - datetime(first.created_at).epochSeconds) / 3600.0, 1),
         usual_per_day: $usual_per_day,
         likeness: round(reduce(sum = 0.0, l IN likenesses | sum + l.score) / size(likenesses), 4),
         alike_in: reduce(kinds = [], l IN likenesses |
           kinds + [k IN split(l.reason, ', ') WHERE NOT k IN kinds])
       } AS facts
