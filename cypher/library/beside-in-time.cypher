// Finds: accounts that were used from an address of $account within $minutes of a session of its.
// Cost: one seek, then every session of each of its addresses: those of a large network are many.
MATCH (a:Account {id: $account})-[own:LOGGED_IN_FROM]->(i:Ip)<-[other:LOGGED_IN_FROM]-(b:Account)
WHERE b <> a AND abs(datetime(own.started_at).epochMillis - datetime(other.started_at).epochMillis) <= $minutes * 60000
RETURN b AS account, i AS address, i.kind AS kind, count(DISTINCT other) AS sessions, min(other.started_at) AS first, max(other.started_at) AS last
ORDER BY sessions DESC, account.id, address.id
