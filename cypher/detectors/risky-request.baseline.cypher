// What is usual: for each kind of request, the share of the accounts that write whose texts ask for it.
CALL () {
  MATCH (d:Document)-[:HANDED_IN_BY]->(a:Account)
  WHERE d.text IS NOT NULL AND coalesce(d.submitted_at, '') <= $as_of
  RETURN count(DISTINCT a) AS writers
}
UNWIND ['other-channel', 'virtual-currency', 'paid-before-work', 'lend-identity', 'cold-executive'] AS kind
OPTIONAL MATCH (d:Document)-[r:ASKS_FOR]->(a:Account)
WHERE r.reason CONTAINS kind + ': ' AND coalesce(d.submitted_at, '') <= $as_of
WITH writers, kind, count(DISTINCT a) AS asking
// The account looked at is not among the others; twenty more make a small platform say little.
WITH kind, CASE WHEN asking < 2 THEN 0.0 ELSE toFloat(asking - 1) / (writers + 20) END AS share
WITH collect({kind: kind, share: share}) AS shares
RETURN {
  `other-channel`: [s IN shares WHERE s.kind = 'other-channel' | s.share][0],
  `virtual-currency`: [s IN shares WHERE s.kind = 'virtual-currency' | s.share][0],
  `paid-before-work`: [s IN shares WHERE s.kind = 'paid-before-work' | s.share][0],
  `lend-identity`: [s IN shares WHERE s.kind = 'lend-identity' | s.share][0],
  `cold-executive`: [s IN shares WHERE s.kind = 'cold-executive' | s.share][0]
} AS usual
