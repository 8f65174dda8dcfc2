// Says that whoever holds the lease removes data.
// Why: a load must not begin meanwhile; it remembers nodes that it has seen. Cost: one seek. Limits: only while the lease is held.
MATCH (s:Skein {id: 'skein'})
WHERE s.lease_holder IS NOT NULL
SET s.removing = s.lease_holder
