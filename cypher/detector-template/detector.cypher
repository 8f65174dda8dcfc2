// Finds: accounts whose shipments went to one address.
// Why:   whoever runs several identities has what is sent to them sent to one place (C5).
// Cost:  one pass over the shipments.
// Limits: an address that is written otherwise is another one; where more than $most_accounts are sent to, it is a
//         forwarder or an office, and says nothing.
MATCH (s:Shipment)-[r:SHIPPED_TO]->(a:Account)
WHERE coalesce(r._at, '') <= $as_of AND trim(s.address) <> ''
WITH toLower(trim(s.address)) AS place, s, r, a ORDER BY a.id, s.id
WITH place, collect(DISTINCT a) AS accounts, collect(s) AS shipments, collect(r) AS relations
WHERE size(accounts) > 1 AND size(accounts) <= $most_accounts
CALL (accounts) {
  UNWIND accounts AS a
  OPTIONAL MATCH (a)-[:DECLARED_WITH]->(group:Account)
  RETURN count(DISTINCT coalesce(group.id, a.id)) AS unrelated
}
RETURN place AS key,
       accounts + shipments AS nodes,
       relations,
       {
         accounts: size(accounts),
         unrelated: unrelated,
         shipments: size(shipments)
       } AS facts
