// Finds: which accounts ever logged in through exits of which networks: of VPNs, Tor and rented servers.
// Why:   hundreds of strangers share each; that a few accounts chose the same ones of all there are is no chance. Which
//        exit of a network one gets is the network's choice, and says nothing.
// Cost:  one pass over the logins through such addresses.
// Limits: an address of unknown kind is no exit; nor is one that is known to be shared. A network is known by its number,
//         else by its name; an address of which neither is known stands for itself.
MATCH (i:Ip)<-[login:LOGGED_IN_FROM]-(a:Account)
WHERE i.kind IN ['vpn', 'tor', 'hosting'] AND coalesce(i._at, '') <= $as_of AND login.started_at <= $as_of
  AND NOT EXISTS { (:KnownShared)-[:COVERS]->(i) }
RETURN DISTINCT a.id AS account, coalesce('AS' + replace(toUpper(i.asn), 'AS', ''), i.as_name, i.id) AS exit
