// Finds: the last time that sessions, bids and transfers tell of.
// Why:   where no time is asked for, the last months of clusters end there: by a clock, the same data would say something
//        else every day.
// Cost:  one pass over these relations, once a run, while its detectors are asked; not over their ends, which the schema fixes:
//        asked for by their labels too, it took four times as long.
// Limits: a row of a clock that runs ahead puts the end too late for all; a run for a time (--as-of) does not hang on it.
CALL () {
  MATCH ()-[r:LOGGED_IN_FROM]->()
  RETURN max(r._at) AS at
UNION ALL
  MATCH ()-[r:BID_ON]->()
  RETURN max(r._at) AS at
UNION ALL
  MATCH ()-[r:TRANSFERRED_TO]->()
  RETURN max(r._at) AS at
}
RETURN max(at) AS at
