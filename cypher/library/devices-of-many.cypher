// Finds: devices on which at least $accounts accounts were used, and whether they are known to be shared.
// Cost: reads every session on a device once.
MATCH (d:Device)<-[l:LOGGED_IN_ON]-(a:Account)
WITH d, count(DISTINCT a) AS accounts, min(l._at) AS first, max(l._at) AS last, collect(DISTINCT a)[..50] AS used_by
WHERE accounts >= $accounts
RETURN d AS device, accounts, first, last, EXISTS { (:KnownShared)-[:COVERS]->(d) } AS known_shared, used_by
ORDER BY accounts DESC, d.id
