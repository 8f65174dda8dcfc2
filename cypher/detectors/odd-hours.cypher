// Finds: for each account that claims a time zone, at which hours of the UTC day it is at work, month by month.
//        Which offset from UTC these fit, and how far that is from the claimed one, is reckoned beside the query.
// Why:   who lives elsewhere than claimed sleeps at other hours (H3, E5).
// Cost:  what odd-hours.sql counted of each account, and the sessions that it picked.
// Limits: accounts without a claimed zone, or with fewer than $least_sessions sessions on $least_days days, are
//         left out; a session counts for its first twelve hours; only the $most_sessions sessions nearest to the
//         busiest hour are shown.
UNWIND $rows AS row
WITH row.account AS id, collect(row) AS rows
MATCH (a:Account {id: id})
WITH a, rows[0] AS habit, [r IN rows WHERE r.month IS NOT NULL] AS months, [r IN rows WHERE r.key IS NOT NULL | r.key] AS keys
OPTIONAL MATCH (a)-[then:STATED_THEN]->(a)
WITH *, coalesce(then, a) AS stated
CALL (keys) {
  UNWIND keys AS key
  MATCH ()-[s:LOGGED_IN_FROM {key: key}]->()
  RETURN collect(s) AS shown
}
RETURN a.id AS key,
       [a] + [s IN shown | endNode(s)] AS nodes,
       shown AS relations,
       [{of: 'LOGGED_IN_FROM', rows: habit.sessions, first: habit.first, last: habit.last}] AS counted,
       {
         account: a.id,
         role: coalesce(stated.role, ''),
         claimed_zone: stated.timezone,
         sessions: habit.sessions,
         days: habit.days,
         months: [m IN months | {month: m.month, hours: [h IN split(m.hours, ' ') | toInteger(h)]}]
       } AS facts
