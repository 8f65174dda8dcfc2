// How many send money at all, and how many of them ever split a sum into small like pieces: where many do, it
// says little.
CALL () {
  MATCH (p:PaymentAccount)
  WHERE EXISTS { (p)-[t:TRANSFERRED_TO]->() WHERE t._at <= $as_of }
  RETURN count(p) AS payers
}
CALL () {
  MATCH (p:PaymentAccount)-[s:SPLITS_TO]->()
  RETURN count(DISTINCT p) AS splitters
}
RETURN payers AS all_payers, splitters AS all_splitters
