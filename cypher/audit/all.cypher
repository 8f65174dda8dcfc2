// Every entry of the chain, from the first on: to hold each to its links. Cost: all of them, in the order of the index.
// Limits: read as a stream, since they need not fit in memory.
MATCH (e:SkeinAuditEntry)
WHERE e.number > 0
RETURN e {.*} AS entry ORDER BY e.number
