// Finds: accounts of which several independent things changed within $window_days days, after the account had
//        been in use: payout, e-mail, phone, name, the device, the country of the addresses, the hours, signs of
//        remote control. Hours and country are compared before and after.
// Why:   accounts are bought or rented once they are verified; then other hands take over (C2, H11).
// Cost:  the accounts that account-handover.sql found changed, and their sessions, once each, for the hours.
// Limits: the change must lie after $settled_days days of use; things that the platform does not record cannot
//         change; a country that the holder declares to have moved to is told apart.
UNWIND $rows AS row
WITH row.account AS id, collect(row) AS changes
MATCH (a:Account {id: id})
WITH a, changes, changes[0] AS o
CALL (a, changes) {
  UNWIND changes AS c
  CALL (a, c) {
    MATCH (a)-[r:PAID_THROUGH|CHANGE_OF|LOGGED_IN_ON|LOGGED_IN_FROM]-(n)
    WHERE type(r) = c.relation AND n.id = c.thing AND r.key = coalesce(c.key, r.key)
    RETURN r, n ORDER BY r.started_at, r.key LIMIT 1
  }
  WITH DISTINCT r, n
  WITH type(r) AS of, collect(r) AS relations, collect(n) AS things,
       min(coalesce(r._at, startNode(r)._at)) AS first, max(coalesce(r._at, startNode(r)._at)) AS last
  RETURN collect({of: of, rows: size(relations), first: first, last: last}) AS counted,
         reduce(all = [], x IN collect(relations) | all + x) AS changed, reduce(all = [], x IN collect(things) | all + x) AS things
}
CALL (a, o) {
  MATCH (a)-[s:LOGGED_IN_FROM]->(:Ip)
  WHERE o.comparable AND s.started_at <= $as_of
  WITH o, s, datetime(s.started_at).epochSeconds AS t
  WITH s, t < o.begun AS before, 2 * pi() * (t % 86400) / 86400.0 AS clock
  WHERE t < o.begun OR t >= o.done
  WITH s, before, clock ORDER BY s.started_at, s.key
  WITH before, sum(sin(clock)) AS y, sum(cos(clock)) AS x, CASE WHEN before THEN collect(s)[-25..] ELSE collect(s)[..25] END AS nearest
  ORDER BY before DESC
  RETURN collect(sqrt(x ^ 2 + y ^ 2) / CASE WHEN before THEN o.before ELSE o.after END) AS regular,
         collect(atan2(y, x)) AS middle, reduce(all = [], n IN collect(nearest) | all + n) AS around
}
WITH *, CASE WHEN o.comparable THEN abs(middle[0] - middle[1]) * 12 / pi() ELSE 0.0 END AS turn
OPTIONAL MATCH (a)-[then:STATED_THEN]->(a)
WITH *, coalesce(then, a).verified_at AS verified_at, head([c IN counted WHERE c.of = 'LOGGED_IN_FROM']) AS way_in
RETURN a.id AS key,
       [a] + things + [s IN around | endNode(s)] AS nodes,
       changed + around AS relations,
       // All sessions are compared; the dates are those of what changed.
       [c IN counted WHERE c.of <> 'LOGGED_IN_FROM'] + [{of: 'LOGGED_IN_FROM', rows: o.sessions, first: way_in.first, last: way_in.last}] AS counted,
       {
         account: a.id,
         changed: [c IN changes | c.what],
         weight: o.weight,
         from: toString(datetime({epochSeconds: o.begun})),
         until: toString(datetime({epochSeconds: o.done})),
         days: round(10 * (o.done - o.begun) / 86400.0) / 10,
         verified: verified_at IS NOT NULL AND verified_at <= $as_of AND datetime(verified_at).epochSeconds <= o.begun,
         sessions_before: o.before,
         sessions_after: o.after,
         hours_shifted: round(10 * CASE WHEN turn > 12 THEN 24 - turn ELSE turn END) / 10,
         hours_regular: CASE WHEN o.comparable THEN round(100 * CASE WHEN regular[0] < regular[1] THEN regular[0] ELSE regular[1] END) / 100 ELSE 0.0 END,
         other_country: o.comparable AND o.abroad,
         declared_move: o.moved,
         same_addresses: CASE WHEN o.comparable THEN round(100 * (o.at_same_addresses / toFloat(o.after))) / 100 END
       } AS facts
