// Adds entries to the chain, and moves its end. Why: nothing of an entry is ever changed again, so there is no other query that
// writes one. Cost: one node an entry. Limits: after `claim`, in the same transaction.
MATCH (c:SkeinAuditChain {id: 'chain'})
SET c.count = $count, c.hash = $hash
WITH c
UNWIND $entries AS each
CREATE (e:SkeinAuditEntry)
SET e = each
