// Finds: for each account that claims a time zone, at which hours of the UTC day it is at work, month by month.
//        Which offset from UTC these fit, and how far that is from the claimed one, is reckoned beside the query.
// Why:   who lives elsewhere than claimed sleeps at other hours (H3, E5).
// Cost:  one pass over LOGGED_IN_FROM by account; hours are read off the text of the time.
// Limits: accounts without a claimed zone, or with fewer than $least_sessions sessions on $least_days days, are
//         left out; a session counts for its first twelve hours; only $most_sessions sessions are shown.
MATCH (a:Account)
OPTIONAL MATCH (a)-[then:STATED_THEN]->(a)
WITH a, coalesce(then, a) AS stated
WHERE stated.timezone IS NOT NULL
  AND COUNT { (a)-[:LOGGED_IN_FROM]->() } >= $least_sessions
CALL (a) {
  MATCH (a)-[s:LOGGED_IN_FROM]->()
  WHERE s.started_at <= $as_of
  WITH s.started_at AS from, CASE WHEN s.ended_at <= $as_of THEN s.ended_at ELSE s.started_at END AS seen,
       CASE WHEN s.ended_at > s.started_at AND s.ended_at <= $as_of THEN s.ended_at ELSE s.started_at END AS until
  WITH from AS started, seen, substring(from, 0, 10) AS day, toInteger(substring(from, 11, 2)) AS first,
       toInteger(substring(until, 11, 2)) + CASE WHEN substring(until, 0, 10) > substring(from, 0, 10) THEN 24 ELSE 0 END AS last
  WITH min(started) AS from, max(seen) AS seen, collect({day: day, first: first, last: CASE WHEN last > first + 11 THEN first + 11 ELSE last END}) AS sessions
  CALL (sessions) {
    UNWIND sessions AS x
    RETURN count(DISTINCT x.day) AS days, count(DISTINCT substring(x.day, 0, 7)) AS month_count
  }
  CALL (sessions) {
    UNWIND sessions AS x
    UNWIND range(x.first, x.last) AS hour
    WITH substring(x.day, 0, 7) AS month, hour % 24 AS hour, count(*) AS times
    WITH month, collect({hour: hour, times: times}) AS hours
    ORDER BY month
    WITH month, [h IN range(0, 23) | coalesce(head([x IN hours WHERE x.hour = h | x.times]), 0)] AS hours
    RETURN collect({month: month, hours: hours}) AS months
  }
  RETURN size(sessions) AS session_count, from, seen, days, month_count, months
}
WITH * WHERE session_count >= $least_sessions AND days >= $least_days
// The sessions at the busiest hours stand for the rest.
WITH *, [h IN range(0, 23) | reduce(n = 0, m IN months | n + m.hours[h])] AS clock
WITH *, reduce(top = 0, h IN range(1, 23) | CASE WHEN clock[h] > clock[top] THEN h ELSE top END) AS busiest
CALL (a, busiest) {
  MATCH (a)-[s:LOGGED_IN_FROM]->(i:Ip)
  WHERE s.started_at <= $as_of
  WITH s, i, abs(toInteger(substring(s.started_at, 11, 2)) - busiest) AS off
  WITH s, i ORDER BY CASE WHEN off > 12 THEN 24 - off ELSE off END, s.started_at DESC, s.key
  LIMIT toInteger($most_sessions)
  RETURN collect(s) AS shown, collect(DISTINCT i) AS at
}
RETURN a.id AS key,
       [a] + at AS nodes,
       shown AS relations,
       [{of: 'LOGGED_IN_FROM', rows: session_count, first: from, last: seen}] AS counted,
       {
         account: a.id,
         role: coalesce(stated.role, ''),
         claimed_zone: stated.timezone,
         sessions: session_count,
         days: days,
         months: months
       } AS facts
