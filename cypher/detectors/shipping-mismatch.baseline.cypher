// Measures: of the shipments whose account gives an address anywhere, what share went to none of them.
// Cost:     one pass over shipments.
MATCH (s:Shipment)-[:SHIPPED_TO]->(a:Account)
OPTIONAL MATCH (a)-[then:STATED_THEN]->(a)
WITH s, a, coalesce(then, a) AS stated
WHERE coalesce(s.requested_at, '') <= $as_of AND s.address IS NOT NULL
  AND (stated.address IS NOT NULL
    OR EXISTS { (a)<-[:HANDED_IN_BY]-(d:Document) WHERE d.address_on_document IS NOT NULL AND coalesce(d.submitted_at, '') <= $as_of })
WITH s, a,
     EXISTS { (s)-[:SAME_DELIVERY]->(a) } OR EXISTS { (s)-[:SAME_DELIVERY]->(:Document)-[:HANDED_IN_BY]->(a) } AS at_home
WITH count(s) AS shipments, count(CASE WHEN NOT at_home THEN 1 END) AS elsewhere
RETURN shipments AS usual_shipments, round(1.0 * elsewhere / (shipments + 10), 4) AS usual_elsewhere
