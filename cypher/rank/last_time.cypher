// Finds: the last time that sessions, bids and transfers tell of.
// Why:   where no time is asked for, the last months of clusters end there: by a clock, the same data would say something
//        else every day.
// Cost:  one pass over these relations, once a run, while its detectors are asked.
// Limits: a row of a clock that runs ahead puts the end too late for all; a run for a time (--as-of) does not hang on it.
CALL () {
  MATCH (:Account)-[r:LOGGED_IN_FROM]->(:Ip)
  RETURN max(r._at) AS at
UNION ALL
  MATCH (:Account)-[r:BID_ON]->(:Job)
  RETURN max(r._at) AS at
UNION ALL
  MATCH (:PaymentAccount)-[r:TRANSFERRED_TO]->(:PaymentAccount)
  RETURN max(r._at) AS at
}
RETURN max(at) AS at
