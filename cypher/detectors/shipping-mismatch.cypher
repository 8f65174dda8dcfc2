// Finds: addresses to which equipment or papers were sent that stand on no paper of the account, and addresses to
//        which things were sent for several accounts.
// Why:   shipments to an address that is not on the identity documents (H7).
// Cost:  the addresses that shipping-mismatch.sql counted, by the first shipment to each, and their relations, by key.
// Limits: compares words and house numbers, not places on a map; addresses of more than $most_accounts accounts
//         are forwarders and left out.
UNWIND $rows AS p
MATCH (first:Shipment {id: p.place})
// What is shown, each by its key.
OPTIONAL CALL (p) {
  WITH p WHERE p.part = 'SHIPPED_TO' MATCH ()-[r:SHIPPED_TO {key: p.one}]->() RETURN r
UNION ALL
  WITH p WHERE p.part = 'SAME_DELIVERY' MATCH ()-[r:SAME_DELIVERY {key: p.one}]->() RETURN r
UNION ALL
  WITH p WHERE p.part = 'HANDED_IN_BY' MATCH ()-[r:HANDED_IN_BY {key: p.one}]->() RETURN r
}
WITH first, p, r, CASE p.part WHEN 'SHIPPED_TO' THEN startNode(r) END AS s,
     CASE p.part WHEN 'SHIPPED_TO' THEN endNode(r) END AS a
OPTIONAL MATCH (a)-[then:STATED_THEN]->(a)
WITH first, p, s, endNode(r) AS stating, r AS relation,
     [w IN split(toLower(coalesce(coalesce(then, a).legal_name, '')), ' ') WHERE size(w) > 1] AS names
WITH first, head(collect(p)) AS counts, collect(relation) AS relations, count(DISTINCT s) AS shipments,
     count(DISTINCT CASE WHEN s.recipient_name IS NOT NULL AND size(names) > 0
       AND none(w IN names WHERE toLower(s.recipient_name) CONTAINS w) THEN s END) AS other_recipients,
     collect(DISTINCT CASE WHEN stating:KnownShared THEN stating END) AS knowns,
     collect(CASE p.part WHEN 'tie' THEN {a: p.one, b: p.other, share: p.share} END) AS ties
RETURN first.id AS key,
       [first] + [r IN relations | startNode(r)] + [r IN relations | endNode(r)] AS nodes,
       relations,
       ties,
       {
         shipments: shipments,
         accounts: counts.accounts,
         strangers: counts.strangers,
         off_paper: counts.off_paper,
         hosts: counts.hosts,
         unrelated: counts.unrelated,
         other_recipients: other_recipients,
         known_shared: [k IN knowns | k.reason],
         usual_elsewhere: $usual_elsewhere
       } AS facts
