// Finds: accounts that are logged in for a day or more on end, in one session or in a chain of sessions with no
//        night between them, and months in which no six hours of the day are quiet.
// Why:   one person sleeps; an account worked in shifts does not (P3, C5).
// Cost:  one pass over LOGGED_IN_FROM, sorted by time within an account; chains are found in one fold.
// Limits: a session of unknown end counts for half an hour; months are counted in UTC blocks of thirty days and
//         need enough days and hours to show a night.
MATCH (a:Account)
WHERE EXISTS { (a)-[:LOGGED_IN_FROM]->() }
CALL (a) {
  MATCH (a)-[s:LOGGED_IN_FROM]->(i:Ip)
  WHERE s.started_at <= $as_of
  WITH s, datetime(s.started_at).epochSeconds AS from,
       CASE WHEN s.ended_at <= $as_of THEN datetime(s.ended_at).epochSeconds END AS ended
  WITH s, from, CASE WHEN ended >= from THEN ended ELSE from + 1800 END AS until
  ORDER BY from, s.key
  RETURN collect({from: from, until: until}) AS sessions
}
WITH a, sessions WHERE size(sessions) > 0
WITH a, sessions,
     reduce(st = {begun: 0, until: -1000000, count: 0, covered: 0, chains: []}, x IN sessions |
       CASE WHEN x.from - st.until >= $night_hours * 3600
         THEN {begun: x.from, until: x.until, count: 1, covered: x.until - x.from,
               chains: CASE WHEN st.until - st.begun >= $day_hours * 3600
                 THEN st.chains + [{begun: st.begun, until: st.until, count: st.count, covered: st.covered}]
                 ELSE st.chains END}
         ELSE {begun: st.begun, until: CASE WHEN x.until > st.until THEN x.until ELSE st.until END, count: st.count + 1,
               covered: st.covered + CASE WHEN x.until <= st.until THEN 0
                 WHEN x.from > st.until THEN x.until - x.from ELSE x.until - st.until END,
               chains: st.chains}
       END) AS last
WITH a, sessions, last.chains + CASE WHEN last.until - last.begun >= $day_hours * 3600
       THEN [{begun: last.begun, until: last.until, count: last.count, covered: last.covered}] ELSE [] END AS chains
// Months without a night: hours of the day in which it was at work, day by day.
CALL (sessions) {
  UNWIND CASE WHEN size(sessions) >= $month_hours / 4 THEN sessions ELSE [] END AS x
  UNWIND range(x.from / 3600, CASE WHEN x.until > x.from + 172800 THEN x.from + 172800 ELSE x.until END / 3600) AS hour
  WITH DISTINCT hour
  WITH hour / 24 AS day, hour % 24 AS of_day
  WITH day / 30 AS month, of_day, count(*) AS times, collect(day) AS days
  WITH month, collect({hour: of_day, times: times}) AS hours, sum(times) AS total, reduce(all = [], d IN collect(days) | all + d) AS dates
  WHERE total >= $month_hours
  CALL (dates) { UNWIND dates AS d RETURN count(DISTINCT d) AS active }
  WITH month, hours, total, active WHERE active >= $month_days
  WITH month, active, total, [h IN range(0, 23) | coalesce(head([x IN hours WHERE x.hour = h | x.times]), 0)] AS clock
  WITH month, active, reduce(least = 1.0, start IN range(0, 23) |
         CASE WHEN reduce(n = 0, k IN range(0, 5) | n + clock[(start + k) % 24]) / toFloat(total) < least
           THEN reduce(n = 0, k IN range(0, 5) | n + clock[(start + k) % 24]) / toFloat(total) ELSE least END) AS quiet
  RETURN count(month) AS months, count(CASE WHEN quiet > 0.08 THEN 1 END) AS restless,
         coalesce(sum(CASE WHEN quiet > 0.08 THEN (quiet - 0.08) / 0.17 ELSE 0.0 END), 0.0) AS nightless
}
WITH * WHERE size(chains) > 0 OR nightless > 0.3
CALL (a, chains) {
  MATCH (a)-[s:LOGGED_IN_FROM]->(i:Ip)
  WHERE s.started_at <= $as_of
  WITH s, i, datetime(s.started_at).epochSeconds AS from
  WITH s, i, size(chains) = 0 OR any(c IN chains WHERE c.begun <= from <= c.until) AS within
  WITH s, i, within ORDER BY within DESC, s.started_at, s.key
  // Chains are made of sessions within them alone, months of all.
  WITH collect(CASE WHEN within THEN s END) AS told, count(DISTINCT CASE WHEN within THEN i END) AS addresses,
       [{rows: count(s), first: min(s.started_at), last: max(CASE WHEN s.ended_at <= $as_of THEN s.ended_at ELSE s.started_at END)},
        {rows: count(CASE WHEN within THEN s END), first: min(CASE WHEN within THEN s.started_at END),
         last: max(CASE WHEN within THEN CASE WHEN s.ended_at <= $as_of THEN s.ended_at ELSE s.started_at END END)}] AS spans
  WITH told[..toInteger($most_sessions)] AS froms, addresses, spans
  RETURN froms, addresses, spans, [s IN froms | endNode(s)] AS at
}
CALL (a, chains) {
  MATCH (a)-[s:LOGGED_IN_ON]->(d:Device)
  WHERE s.started_at <= $as_of
  WITH s, d, datetime(s.started_at).epochSeconds AS from
  WHERE size(chains) = 0 OR any(c IN chains WHERE c.begun <= from <= c.until)
  WITH s, d ORDER BY s.started_at, s.key
  RETURN collect(s)[..toInteger($most_sessions / 4)] AS ons, count(DISTINCT d) AS devices,
         count(s) AS on_count
}
WITH *, CASE WHEN months > 0 THEN spans[0] ELSE spans[1] END AS span
OPTIONAL MATCH (a)-[then:STATED_THEN]->(a)
RETURN a.id AS key,
       [a] + at + [s IN ons | endNode(s)] AS nodes,
       froms + ons AS relations,
       [{of: 'LOGGED_IN_FROM', rows: span.rows, first: span.first, last: span.last},
        {of: 'LOGGED_IN_ON', rows: on_count, first: null, last: null}] AS counted,
       {
         account: a.id,
         role: coalesce(coalesce(then, a).role, ''),
         chains: size(chains),
         longest_hours: reduce(most = 0.0, c IN chains | CASE WHEN c.until - c.begun > most * 3600 THEN (c.until - c.begun) / 3600.0 ELSE most END),
         days_on: reduce(sum = 0.0, c IN chains | sum + (c.until - c.begun) / 86400.0),
         days_at_work: reduce(sum = 0.0, c IN chains | sum + c.covered / 86400.0),
         strain: reduce(sum = 0.0, c IN chains | sum + c.covered / 86400.0 * ((c.until - c.begun) / 86400.0)),
         sessions_in_chains: reduce(sum = 0, c IN chains | sum + c.count),
         devices: devices,
         addresses: addresses,
         months: months,
         months_without_night: nightless,
         restless_months: restless,
         usual_share: $usual_share
       } AS facts
