// Finds: batches of accounts created within days of each other that are alike in what they were made with and
//        what they did first.
// Why:   look harder at new accounts (M11), above all those that a weak check lets in by the batch (A3).
// Cost:  one pass over the batches that the derivation found.
// Limits: accounts made one at a time, over weeks, are in no batch; neither is what a crowd of sign-ups explains.
MATCH (first:Account)<-[alike:CREATED_ALIKE]-(member:Account)
WHERE first.created_at <= $as_of AND member.created_at <= $as_of
WITH first, alike, member ORDER BY first.id, member.created_at, member.id
WITH first, collect(alike)[..toInteger($most_accounts)] AS likenesses,
     collect(member)[..toInteger($most_accounts)] AS members, count(member) + 1 AS accounts
WHERE accounts >= $min_accounts
CALL (first, members) {
  UNWIND [first] + members AS a
  OPTIONAL MATCH (a)-[:DECLARED_WITH]->(group:Account)
  WITH a, coalesce(group.id, a.id) AS party ORDER BY a.id
  RETURN count(DISTINCT party) AS unrelated, max(a.created_at) AS last
}
WITH *, [first] + members AS all_members, [1.0] + [l IN likenesses | l.score] AS shares
RETURN first.id AS key,
       all_members AS nodes,
       likenesses AS relations,
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
         hours: round((datetime(last).epochSeconds - datetime(first.created_at).epochSeconds) / 3600.0, 1),
         usual_per_day: $usual_per_day,
         likeness: round(reduce(sum = 0.0, l IN likenesses | sum + l.score) / size(likenesses), 4),
         alike_in: reduce(kinds = [], l IN likenesses |
           kinds + [k IN split(l.reason, ', ') WHERE NOT k IN kinds])
       } AS facts
