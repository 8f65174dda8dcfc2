// Finds: addresses to which equipment or papers were sent that stand on no paper of the account, and addresses to
//        which things were sent for several accounts.
// Why:   shipments to an address that is not on the identity documents (H7).
// Cost:  one pass over shipments, grouped by the first one to the same address.
// Limits: compares words and house numbers, not places on a map; addresses of more than $most_accounts accounts
//         are forwarders and left out.
MATCH (s:Shipment)-[x:SHIPPED_TO]->(a:Account)
WHERE coalesce(s.requested_at, '') <= $as_of AND coalesce(a.created_at, '') <= $as_of AND s.address IS NOT NULL
OPTIONAL MATCH (s)-[same:SAME_DELIVERY]->(first:Shipment)
OPTIONAL MATCH (a)-[then:STATED_THEN]->(a)
WITH s, x, a, coalesce(then, a) AS stated, same, coalesce(first, s) AS first
CALL (s, a) {
  OPTIONAL MATCH (a)<-[h:HANDED_IN_BY]-(d:Document)
  WHERE d.address_on_document IS NOT NULL AND coalesce(d.submitted_at, '') <= $as_of
  RETURN count(d) > 0 AS has_papers, count(CASE WHEN EXISTS { (s)-[:SAME_DELIVERY]->(d) } THEN 1 END) > 0 AS on_paper
}
WITH *, EXISTS { (s)-[:SAME_DELIVERY]->(a) } AS claimed,
     [w IN split(toLower(coalesce(stated.legal_name, '')), ' ') WHERE size(w) > 1] AS names
ORDER BY first.id, a.id, s.id
WITH first, s, x, a, stated, same, has_papers, on_paper, claimed,
     s.recipient_name IS NOT NULL AND size(names) > 0
       AND none(w IN names WHERE toLower(s.recipient_name) CONTAINS w) AS other_recipient
WITH first, collect(DISTINCT s) AS shipments, collect(x) AS sent, collect(same) AS sames,
     collect(DISTINCT a) AS accounts,
     collect(DISTINCT CASE WHEN NOT on_paper AND NOT claimed AND (has_papers OR stated.address IS NOT NULL) THEN a END) AS strangers,
     collect(DISTINCT CASE WHEN NOT on_paper AND NOT claimed AND has_papers THEN a END) AS off_paper,
     count(DISTINCT CASE WHEN other_recipient THEN s END) AS other_recipients
WHERE (size(accounts) > 1 OR size(strangers) > 0) AND size(accounts) <= $most_accounts
CALL (shipments, accounts) {
  UNWIND shipments AS s
  MATCH (s)-[at:SAME_DELIVERY]->(home:Account|Document)
  OPTIONAL MATCH (home)-[handed:HANDED_IN_BY]->(holder:Account)
  WITH at, home, handed, CASE WHEN home:Account THEN home ELSE holder END AS host
  ORDER BY host.id, home.id, at.key
  RETURN collect(DISTINCT home) AS homes, collect(at) AS ats,
         collect(DISTINCT handed) AS handings, collect(DISTINCT host) AS holders
}
WITH *, [h IN holders WHERE NOT h IN accounts] AS hosts
CALL (shipments) {
  UNWIND shipments AS s
  MATCH (s)-[covers:SAME_DELIVERY]->(known:KnownShared)
  WITH covers, known ORDER BY known.id, covers.key
  RETURN collect(DISTINCT known) AS knowns, collect(covers) AS covered
}
CALL (accounts, hosts) {
  UNWIND accounts + hosts AS a
  OPTIONAL MATCH (a)-[:DECLARED_WITH]->(group:Account)
  WITH a, coalesce(group.id, a.id) AS party ORDER BY a.id
  RETURN collect({account: a, party: party}) AS parties
}
WITH *, [p IN parties WHERE p.account IN strangers OR p.account IN hosts] AS apart
UNWIND CASE WHEN size(apart) = 0 THEN [null] ELSE apart END AS outside
WITH first, shipments, sent, sames, accounts, strangers, off_paper, other_recipients, homes, ats, handings, hosts,
     knowns, covered, parties, count(DISTINCT outside.party) AS unrelated
RETURN first.id AS key,
       [first] + shipments + accounts + homes + hosts + knowns AS nodes,
       sent + sames + ats + handings + covered AS relations,
       reduce(ties = [], p IN range(0, size(parties) - 2) |
         ties + [q IN range(p + 1, size(parties) - 1) |
           {
             a: parties[p].account.id,
             b: parties[q].account.id,
             share: CASE
               WHEN parties[p].party = parties[q].party THEN 0.1
               WHEN parties[p].account IN strangers AND parties[q].account IN strangers THEN 1.0
               WHEN parties[p].account IN strangers OR parties[q].account IN strangers THEN 0.8
               ELSE 0.2
             END
           }]) AS ties,
       {
         shipments: size(shipments),
         accounts: size(accounts),
         strangers: size(strangers),
         off_paper: size(off_paper),
         hosts: size(hosts),
         unrelated: unrelated,
         other_recipients: other_recipients,
         known_shared: [k IN knowns | k.reason],
         usual_elsewhere: $usual_elsewhere
       } AS facts
