// Finds: at which hours of the UTC week accounts were at work, month by month.
// Why:   in the claimed time zone and in the one that fits, the hours show when somebody sleeps.
// Cost:  one seek an account, then its sessions; hours are read off the text of the time.
// Limits: a session counts for its first twelve hours, as in the detector odd-hours; hours of the next day count
//         for the month in which the session began.
UNWIND $accounts AS id
MATCH (a:Account {id: id})
CALL (a) {
  MATCH (a)-[s:LOGGED_IN_FROM]->()
  WHERE coalesce(s._loaded, '') <= $known_on AND s.started_at >= $from AND s.started_at <= $to
  WITH s.started_at AS from, CASE WHEN s.ended_at > s.started_at AND s.ended_at <= $to THEN s.ended_at ELSE s.started_at END AS until
  WITH substring(from, 0, 10) AS day, toInteger(substring(from, 11, 2)) AS first,
       toInteger(substring(until, 11, 2)) + CASE WHEN substring(until, 0, 10) > substring(from, 0, 10) THEN 24 ELSE 0 END AS last
  WITH day, first, CASE WHEN last > first + 11 THEN first + 11 ELSE last END AS last
  WITH day, first, last, count(*) AS times
  WITH collect({day: day, first: first, last: last, times: times}) AS sessions
  CALL (sessions) {
    UNWIND sessions AS x
    UNWIND range(x.first, x.last) AS hour
    WITH substring(x.day, 0, 7) AS month, ((date(x.day).dayOfWeek - 1) * 24 + hour) % 168 AS hour, sum(x.times) AS times
    WITH month, collect({hour: hour, times: times}) AS hours
    ORDER BY month
    RETURN collect({month: month, hours: hours}) AS months
  }
  RETURN reduce(n = 0, x IN sessions | n + x.times) AS sessions, months
}
RETURN a.id AS account, a.timezone AS claimed_zone, sessions, months
