// Where the chain of all homes ends; no row while there is none. Cost: one seek.
MATCH (c:SkeinAuditChain {id: 'chain'})
RETURN c.count AS count, c.hash AS hash
