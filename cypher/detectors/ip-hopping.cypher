// Finds: accounts whose sessions change country faster than a person travels, that show many countries on one
//        day, or more addresses on a day than the most mobile others; exits that hide the place (VPN, Tor,
//        hosting) told apart from those that show it.
// Why:   many hands, or hands that hide, come in from everywhere (P1, C1).
// Cost:  one pass over LOGGED_IN_FROM by account; only accounts with several countries or many addresses are
//        looked at session by session.
// Limits: countries are the addresses' own, as the platform knows them; distances are not measured: a change
//         within $travel_hours hours is too fast between any two countries, save neighbours.
MATCH (a:Account)
CALL (a) {
  MATCH (a)-[s:LOGGED_IN_FROM]->(i:Ip)
  WHERE s.started_at <= $as_of
  RETURN count(DISTINCT CASE WHEN coalesce(i._at, '') <= $as_of THEN i.country END) AS countries,
         count(DISTINCT i) AS addresses
}
WITH a, countries, addresses
WHERE countries > 1 OR addresses > $usual_addresses + 2
CALL (a) {
  MATCH (a)-[s:LOGGED_IN_FROM]->(i:Ip)
  WHERE s.started_at <= $as_of
  WITH i, datetime(s.started_at).epochSeconds AS from, coalesce(i._at, '') <= $as_of AS known, s.key AS row,
       s.started_at AS started, CASE WHEN s.ended_at <= $as_of THEN s.ended_at ELSE s.started_at END AS last,
       CASE WHEN s.ended_at <= $as_of THEN datetime(s.ended_at).epochSeconds END AS ended
  WITH i, from, row, started, last, CASE WHEN ended > from THEN ended ELSE from END AS until,
       CASE WHEN known THEN i.country END AS country, known AND i.kind IN ['vpn', 'tor', 'hosting'] AS hidden
  ORDER BY from, row
  RETURN collect({ip: i.id, row: row, started: started, last: last, from: from, until: until, country: country, hidden: coalesce(hidden, false)}) AS sessions
}
WITH a, countries, addresses, sessions, [x IN sessions WHERE x.country IS NOT NULL] AS placed
WITH *, [k IN CASE WHEN size(placed) > 1 THEN range(1, size(placed) - 1) ELSE [] END
         WHERE placed[k].country <> placed[k - 1].country
           AND placed[k].from - placed[k - 1].until < $travel_hours * 3600 |
         {before: placed[k - 1], after: placed[k], hidden: placed[k].hidden OR placed[k - 1].hidden,
          at_once: placed[k].from < placed[k - 1].until}] AS leaps
WITH *, [l IN leaps WHERE NOT l.hidden] AS plain, [l IN leaps WHERE l.hidden] AS veiled
CALL (plain) {
  UNWIND plain AS l UNWIND [l.before.country, l.after.country] AS country
  RETURN count(DISTINCT country) AS plain_countries
}
CALL (sessions) {
  UNWIND sessions AS x
  WITH x.from / 86400 AS day, x
  WITH day, count(DISTINCT x.country) AS places, count(DISTINCT CASE WHEN NOT x.hidden THEN x.country END) AS shown,
       count(DISTINCT x.ip) AS addresses, collect(x.row) AS rows
  WITH *, CASE WHEN places > 2 OR addresses > $usual_addresses + 2 THEN rows ELSE [] END AS rows
  RETURN max(places) AS most_countries, max(shown) AS most_shown, max(addresses) AS most_addresses,
         count(CASE WHEN places > 2 THEN 1 END) AS busy_days, reduce(all = [], r IN collect(rows) | all + r) AS day_rows
}
CALL (sessions) {
  UNWIND sessions AS x
  RETURN count(DISTINCT CASE WHEN x.hidden THEN x.country END) AS hidden_countries,
         count(CASE WHEN x.hidden THEN 1 END) AS hidden_sessions
}
WITH * WHERE size(leaps) > 0 OR most_countries > 2 OR most_addresses > $usual_addresses + 2
WITH *, reduce(all = [], l IN plain + veiled | all + [l.before.row, l.after.row]) + day_rows AS telling
// The dates are those of the leaps and of the days with many places.
CALL (sessions, telling) {
  UNWIND sessions AS x
  WITH x WHERE x.row IN telling
  RETURN min(x.started) AS first, max(x.last) AS last
}
WITH *, telling[..toInteger($most_sessions) * 2] AS telling
CALL (a, telling) {
  MATCH (a)-[s:LOGGED_IN_FROM]->(i:Ip)
  WHERE s.started_at <= $as_of AND s.key IN telling
  WITH s, i ORDER BY s.started_at, s.key LIMIT toInteger($most_sessions)
  RETURN collect(s) AS shown_sessions, collect(DISTINCT i) AS shown_addresses
}
OPTIONAL MATCH (a)-[then:STATED_THEN]->(a)
RETURN a.id AS key,
       [a] + shown_addresses AS nodes,
       shown_sessions AS relations,
       [{of: 'LOGGED_IN_FROM', rows: size(sessions), first: first, last: last}] AS counted,
       {
         account: a.id,
         role: coalesce(coalesce(then, a).role, ''),
         sessions: size(sessions),
         addresses: addresses,
         countries: countries,
         leaps: size(plain),
         leaps_at_once: size([l IN plain WHERE l.at_once]),
         leap_countries: plain_countries,
         hidden_leaps: size(veiled),
         hidden_countries: hidden_countries,
         hidden_share: round(100.0 * hidden_sessions / size(sessions)) / 100,
         most_countries_a_day: most_countries,
         most_shown_a_day: most_shown,
         days_of_three_countries: busy_days,
         most_addresses_a_day: most_addresses,
         usual_addresses: toInteger($usual_addresses),
         usual_leaping: $usual_leaping
       } AS facts
