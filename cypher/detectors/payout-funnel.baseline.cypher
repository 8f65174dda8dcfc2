// What share of those who send money at all ever split a sum into small like pieces: where many do,
// it says little.
CALL () {
  MATCH (p:PaymentAccount)
  WHERE EXISTS { (p)-[t:TRANSFERRED_TO]->() WHERE t._at <= $as_of }
  RETURN count(p) AS payers
}
CALL () {
  MATCH (p:PaymentAccount)-[s:SPLITS_TO]->()
  RETURN count(DISTINCT p) AS splitters
}
RETURN CASE WHEN payers = 0 THEN 0.0 ELSE 1.0 * splitters / payers END AS usual_splitting
