// Finds: accounts that are logged in for a day or more on end, in one session or in a chain of sessions with no
//        night between them, and months in which no six hours of the day are quiet.
// Why:   one person sleeps; an account worked in shifts does not (P3, C5).
// Cost:  the chains and months that always-on.sql found, and the sessions of their accounts.
// Limits: a session of unknown end counts for half an hour; months are counted in UTC blocks of thirty days and
//         need enough days and hours to show a night.
UNWIND $rows AS row
WITH row.account AS id, row.months AS months, collect(row) AS found
WITH id, months, [f IN found WHERE f.begun IS NOT NULL] AS chains, [f IN found WHERE f.quiet IS NOT NULL] AS restless
WITH *, reduce(sum = 0.0, m IN restless | sum + (m.quiet - 0.08) / 0.17) AS nightless
WHERE size(chains) > 0 OR nightless > 0.3
MATCH (a:Account {id: id})
CALL (a, chains, months) {
  MATCH (a)-[s:LOGGED_IN_FROM]->(i:Ip)
  WHERE s.started_at <= $as_of
  // Chains are made of sessions within them alone, months of all.
  WITH s, i, size(chains) = 0 OR any(c IN chains WHERE c.first <= s.started_at <= c.last) AS within
  WHERE within OR months > 0
  WITH s, i, within, CASE WHEN s.ended_at <= $as_of THEN s.ended_at ELSE s.started_at END AS seen
  ORDER BY s.started_at, s.key
  RETURN collect(CASE WHEN within THEN s END)[..toInteger($most_sessions)] AS froms,
         count(DISTINCT CASE WHEN within THEN i END) AS addresses,
         {of: 'LOGGED_IN_FROM', rows: count(s), first: min(s.started_at), last: max(seen)} AS counted
}
CALL (a, chains) {
  MATCH (a)-[s:LOGGED_IN_ON]->(d:Device)
  WHERE s.started_at <= $as_of AND (size(chains) = 0 OR any(c IN chains WHERE c.first <= s.started_at <= c.last))
  WITH s, d ORDER BY s.started_at, s.key
  RETURN collect(s)[..toInteger($most_sessions / 4)] AS ons, count(DISTINCT d) AS devices, count(s) AS on_count
}
OPTIONAL MATCH (a)-[then:STATED_THEN]->(a)
RETURN a.id AS key,
       [a] + [s IN froms + ons | endNode(s)] AS nodes,
       froms + ons AS relations,
       [counted, {of: 'LOGGED_IN_ON', rows: on_count, first: null, last: null}] AS counted,
       {
         account: a.id,
         role: coalesce(coalesce(then, a).role, ''),
         chains: size(chains),
         longest_hours: reduce(most = 0.0, c IN chains | CASE WHEN c.until - c.begun > most * 3600 THEN (c.until - c.begun) / 3600.0 ELSE most END),
         days_on: reduce(sum = 0.0, c IN chains | sum + (c.until - c.begun) / 86400.0),
         days_at_work: reduce(sum = 0.0, c IN chains | sum + c.at_work / 86400.0),
         strain: reduce(sum = 0.0, c IN chains | sum + c.at_work / 86400.0 * ((c.until - c.begun) / 86400.0)),
         sessions_in_chains: reduce(sum = 0, c IN chains | sum + c.sessions),
         devices: devices,
         addresses: addresses,
         months: months,
         months_without_night: nightless,
         restless_months: size(restless),
         usual_share: $usual_share
       } AS facts
