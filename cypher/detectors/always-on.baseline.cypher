// The share of accounts with a session of a day or more: where sessions simply stay open, one says little.
CALL () {
  MATCH (a:Account)
  WHERE EXISTS { (a)-[s:LOGGED_IN_FROM]->() WHERE s.started_at <= $as_of }
  RETURN count(a) AS accounts
}
CALL () {
  MATCH (a:Account)-[s:LOGGED_IN_FROM]->()
  WHERE s.started_at <= $as_of AND s.ended_at <= $as_of AND substring(s.ended_at, 0, 10) > substring(s.started_at, 0, 10)
    AND datetime(s.ended_at).epochSeconds - datetime(s.started_at).epochSeconds >= $day_hours * 3600
  RETURN count(DISTINCT a) AS open
}
RETURN CASE WHEN accounts = 0 THEN 0.0 ELSE round(10000.0 * open / accounts) / 10000 END AS usual_share
