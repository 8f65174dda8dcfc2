// Finds: which accounts ever logged in through which exits of VPNs, Tor and rented servers.
// Why:   hundreds of strangers share each exit; that a few accounts chose the same ones of all there are is no chance.
// Cost:  one pass over the logins through such addresses.
// Limits: an address of unknown kind is no exit; nor is one that is known to be shared.
MATCH (i:Ip)<-[login:LOGGED_IN_FROM]-(a:Account)
WHERE i.kind IN ['vpn', 'tor', 'hosting'] AND coalesce(i._at, '') <= $as_of AND login.started_at <= $as_of
  AND NOT EXISTS { (:KnownShared)-[:COVERS]->(i) }
RETURN DISTINCT a.id AS account, i.id AS exit
