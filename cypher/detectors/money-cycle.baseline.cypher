// What share of those who send money at all pass on a sum in this way: where many do, it says little.
CALL () {
  MATCH (p:PaymentAccount)
  WHERE EXISTS { (p)-[t:TRANSFERRED_TO]->() WHERE t._at <= $as_of }
  RETURN count(p) AS payers
}
CALL () {
  MATCH (p:PaymentAccount)-[:PASSES_TO|CIRCLES_TO]->()
  RETURN count(DISTINCT p) AS passing
}
RETURN CASE WHEN payers = 0 THEN 0.0 ELSE 1.0 * passing / payers END AS usual_passing
