// Finds: accounts of which several independent things changed within $window_days days, after the account had
//        been in use: payout, e-mail, phone, name, the device, the country of the addresses, the hours, signs of
//        remote control. Hours and country are compared before and after.
// Why:   accounts are bought or rented once they are verified; then other hands take over (C2, H11).
// Cost:  events come from few rows; sessions are compared only for accounts with an event, once each.
// Limits: the change must lie after $settled_days days of use; things that the platform does not record cannot
//         change; a country that the holder declares to have moved to is told apart.
MATCH (a:Account)
CALL (a) {
  MATCH (a)-[s:LOGGED_IN_FROM]->() WHERE s.started_at <= $as_of
  RETURN min(s.started_at) AS first_session, count(s) AS session_count
}
WITH *, coalesce(first_session, a.created_at) AS in_use
WHERE in_use IS NOT NULL
WITH *, datetime(in_use).epochSeconds AS since
// What changed, each with its time.
CALL (a) {
  MATCH (a)-[u:PAID_THROUGH]->(p:PaymentAccount)
  WHERE coalesce(u.purpose, 'payout') = 'payout' AND u.first_used_at <= $as_of
  WITH u, p ORDER BY u.first_used_at, u.key
  WITH collect({at: u.first_used_at, r: u, n: p}) AS uses
  RETURN [k IN CASE WHEN size(uses) > 1 THEN range(1, size(uses) - 1) ELSE [] END |
          {what: 'payout', at: datetime(uses[k].at).epochSeconds, weight: 1.0, relations: [uses[k].r], nodes: [uses[k].n]}] AS payouts
}
CALL (a) {
  MATCH (c:AccountChange)-[of:CHANGE_OF]->(a)
  WHERE c.changed_at <= $as_of
  WITH c, of ORDER BY c.changed_at, c.id
  RETURN [x IN collect({c: c, of: of}) WHERE x.c.field IN ['email', 'phone', 'legal_name', 'display_name'] |
          {what: CASE WHEN x.c.field IN ['email', 'phone'] THEN x.c.field ELSE 'name' END, at: datetime(x.c.changed_at).epochSeconds,
           weight: CASE x.c.field WHEN 'email' THEN 0.8 ELSE 0.5 END, relations: [x.of], nodes: [x.c]}] AS contacts,
         [x IN collect({c: c, of: of}) WHERE x.c.field IN ['country', 'city', 'address', 'timezone'] |
          datetime(x.c.changed_at).epochSeconds] AS moves
}
CALL (a) {
  MATCH (a)-[s:LOGGED_IN_ON]->(d:Device) WHERE s.started_at <= $as_of
  WITH d, s ORDER BY s.started_at, s.key
  WITH d, collect(s) AS uses, size(coalesce(d.remote_access, [])) > 0 AS remote
  WITH d, remote, uses[0] AS first, size(uses) AS times, uses[-1].started_at AS last
  ORDER BY first.started_at, d.id
  WITH collect({d: d, r: first, remote: remote, times: times, from: datetime(first.started_at).epochSeconds,
                last: datetime(last).epochSeconds}) AS devices
  RETURN [k IN CASE WHEN size(devices) > 1 THEN range(1, size(devices) - 1) ELSE [] END
            // It replaces those before it: none of them is used much longer.
            WHERE devices[k].times >= $least_sessions
              AND all(j IN range(0, k - 1) WHERE devices[j].last <= devices[k].from + $window_days * 86400) |
          {what: 'device', at: devices[k].from, weight: 1.0, relations: [devices[k].r], nodes: [devices[k].d]}] AS replaced,
         [k IN range(0, size(devices) - 1) WHERE devices[k].remote |
          {what: 'remote', at: devices[k].from, weight: 0.8, relations: [devices[k].r], nodes: [devices[k].d]}][..1] AS tools
}
CALL (a) {
  MATCH (a)-[s:LOGGED_IN_FROM]->(i:Ip)
  WHERE s.started_at <= $as_of
    AND (toString(toInteger(s.service_port)) IN $ports
         OR (coalesce(i._at, '') <= $as_of AND (i.kind = 'hosting' OR any(p IN coalesce(i.open_ports, []) WHERE p IN $ports))))
  WITH s, i ORDER BY s.started_at, s.key LIMIT 1
  // An address that is rented somewhere is no tool and no port of remote control.
  WITH s, i, toString(toInteger(s.service_port)) IN $ports
     OR (coalesce(i._at, '') <= $as_of AND any(p IN coalesce(i.open_ports, []) WHERE p IN $ports)) AS by_port
  RETURN collect({what: CASE WHEN by_port THEN 'remote' ELSE 'hosting' END, at: datetime(s.started_at).epochSeconds, weight: 0.8, relations: [s], nodes: [i]}) AS through
}
WITH *, [e IN payouts + contacts + replaced + tools + through WHERE e.at >= since + $settled_days * 86400] AS events
WHERE size(events) > 0
// The window that begins with an event and holds the most weight, each kind of change once.
CALL (events) {
  UNWIND events AS begin
  UNWIND [e IN events WHERE begin.at <= e.at <= begin.at + $window_days * 86400] AS e
  WITH begin.at AS at, CASE WHEN e.what = 'hosting' THEN 'remote' ELSE e.what END AS kind, e
  ORDER BY e.weight DESC, e.at, e.what DESC
  WITH at, kind, head(collect(e)) AS e
  WITH at, collect(e) AS changes, sum(e.weight) AS weight
  ORDER BY weight DESC, at
  LIMIT 1
  RETURN at, changes, weight
}
WITH *, reduce(t = at, e IN changes | CASE WHEN e.at > t THEN e.at ELSE t END) AS done
WHERE weight >= 0.8
CALL (a, at, done) {
  MATCH (a)-[s:LOGGED_IN_FROM]->(i:Ip)
  WHERE s.started_at <= $as_of
  WITH s, i, datetime(s.started_at).epochSeconds AS t
  WITH s, i, CASE WHEN t < at THEN 'before' WHEN t >= done THEN 'after' END AS side,
       2 * pi() * (t % 86400) / 86400.0 AS clock,
       CASE WHEN coalesce(i._at, '') <= $as_of AND NOT coalesce(i.kind, '') IN ['vpn', 'tor', 'hosting'] THEN i.country END AS country
  WHERE side IS NOT NULL
  WITH side, s, i, clock, country ORDER BY s.started_at, s.key
  WITH side, count(s) AS n, sum(sin(clock)) AS y, sum(cos(clock)) AS x, collect(DISTINCT i.id) AS ips,
       collect(i.id) AS each, [c IN collect(country) WHERE c IS NOT NULL] AS countries,
       CASE side WHEN 'before' THEN collect(s)[-25..] ELSE collect(s)[..25] END AS nearest
  CALL (countries) {
    UNWIND countries AS c
    WITH c, count(*) AS times ORDER BY times DESC, c LIMIT 1
    RETURN c AS main, times
  UNION
    WITH countries WHERE size(countries) = 0
    RETURN null AS main, 0 AS times
  }
  WITH collect({side: side, n: n, x: x, y: y, ips: ips, each: each, countries: countries, main: main, times: times, nearest: nearest}) AS sides
  RETURN head([q IN sides WHERE q.side = 'before']) AS before, head([q IN sides WHERE q.side = 'after']) AS after
}
WITH *, coalesce(before.n, 0) >= $least_sessions AND coalesce(after.n, 0) >= $least_sessions AS comparable
WITH *, CASE WHEN comparable THEN sqrt(before.x ^ 2 + before.y ^ 2) / before.n ELSE 0.0 END AS r1,
     CASE WHEN comparable THEN sqrt(after.x ^ 2 + after.y ^ 2) / after.n ELSE 0.0 END AS r2,
     CASE WHEN comparable THEN abs(atan2(before.y, before.x) - atan2(after.y, after.x)) * 12 / pi() ELSE 0.0 END AS turn
WITH *, CASE WHEN turn > 12 THEN 24 - turn ELSE turn END AS shift,
     comparable AND before.main IS NOT NULL AND after.main IS NOT NULL AND before.main <> after.main
       AND size([c IN after.countries WHERE c = before.main]) * 5 <= size(after.countries)
       AND size([c IN before.countries WHERE c = after.main]) * 5 <= size(before.countries) AS abroad,
     any(m IN moves WHERE at - 90 * 86400 <= m <= done + 90 * 86400) AS moved,
     CASE WHEN comparable THEN size([x IN after.each WHERE x IN before.ips]) / toFloat(after.n) END AS same_addresses
WITH *, CASE WHEN comparable THEN before.nearest + after.nearest ELSE [] END AS around
CALL (changes) {
  UNWIND changes AS e
  UNWIND e.relations AS r
  WITH DISTINCT r
  WITH type(r) AS of, count(r) AS rows, min(coalesce(r._at, startNode(r)._at)) AS first,
       max(coalesce(r._at, startNode(r)._at)) AS last
  ORDER BY of
  RETURN collect({of: of, rows: rows, first: first, last: last}) AS changed_rows
}
OPTIONAL MATCH (a)-[then:STATED_THEN]->(a)
WITH *, coalesce(then, a).verified_at AS verified_at
// All sessions are compared; the dates are those of what changed.
WITH *, head([c IN changed_rows WHERE c.of = 'LOGGED_IN_FROM']) AS through_first
RETURN a.id AS key,
       [a] + reduce(all = [], e IN changes | all + e.nodes) + [s IN around | endNode(s)] AS nodes,
       reduce(all = [], e IN changes | all + e.relations) + around AS relations,
       [c IN changed_rows WHERE c.of <> 'LOGGED_IN_FROM']
         + [{of: 'LOGGED_IN_FROM', rows: session_count, first: through_first.first, last: through_first.last}] AS counted,
       {
         account: a.id,
         changed: [e IN changes | e.what],
         weight: weight,
         from: toString(datetime({epochSeconds: at})),
         until: toString(datetime({epochSeconds: done})),
         days: round(10 * (done - at) / 86400.0) / 10,
         verified: verified_at IS NOT NULL AND verified_at <= $as_of AND datetime(verified_at).epochSeconds <= at,
         sessions_before: coalesce(before.n, 0),
         sessions_after: coalesce(after.n, 0),
         hours_shifted: round(10 * shift) / 10,
         hours_regular: round(100 * CASE WHEN r1 < r2 THEN r1 ELSE r2 END) / 100,
         other_country: coalesce(abroad, false),
         declared_move: moved,
         same_addresses: CASE WHEN same_addresses IS NULL THEN null ELSE round(100 * same_addresses) / 100 END
       } AS facts
