// Finds: machines, addresses, payment accounts, papers, parcels, companies and persons that accounts of several clusters
//        use or name, how often those of each do, and how many accounts use it in all.
// Why:   the overview of clusters says by what two of them are joined.
// Cost:  a seek an account, then its relations; a thing of more than $most_rows relations is read no further than its
//        degree.
// Limits: what more than $crowd accounts use, a list says that strangers share, or lies in a network that is made to be
//         shared joins nobody. At most $most things, the rarest first.
UNWIND $members AS member
MATCH (a:Account {id: member.account})
MATCH (a)-[r:LOGGED_IN_ON|LOGGED_IN_FROM|PAID_THROUGH|HANDED_IN_BY|SHIPPED_TO|LINKED_TO]-(t:Device|Ip|PaymentAccount|Document|Shipment|Company|Person)
WITH member.cluster AS cluster, t, count(DISTINCT a) AS accounts, count(r) AS uses
WITH t, collect({cluster: cluster, accounts: accounts, uses: uses}) AS groups
WHERE size(groups) > 1 AND COUNT { (t)--() } <= $most_rows
  AND NOT EXISTS { (t)<-[:COVERS]-(:KnownShared) }
  AND NOT coalesce(t.kind, '') IN $shared_networks
CALL (t) {
  MATCH (t)-[:LOGGED_IN_ON|LOGGED_IN_FROM|PAID_THROUGH|HANDED_IN_BY|SHIPPED_TO|LINKED_TO]-(a:Account)
  RETURN count(DISTINCT a) AS users
}
WITH t, groups, users WHERE users <= $crowd
RETURN t AS node, users, groups
ORDER BY users, t.id
LIMIT toInteger($most)
