// Where the chain of all homes ends, and how far it has come with one home's log. Why: the write comes first, and so the lock:
// whoever adds to the chain does so alone. Cost: two seeks. Limits: only within the transaction that adds.
MERGE (c:SkeinAuditChain {id: 'chain'})
ON CREATE SET c.count = 0, c.hash = $beginning
SET c.claimed = randomUUID()
WITH c
CALL (*) {
  OPTIONAL MATCH (e:SkeinAuditEntry {log: $log})
  RETURN e ORDER BY e.entry DESC LIMIT 1
}
RETURN c.count AS count, c.hash AS hash, e.entry AS entry, e.hash AS stated
