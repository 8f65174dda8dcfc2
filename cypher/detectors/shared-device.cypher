// Finds: devices that several accounts are used on, and for each pair of them how often the device came back
//        to the one after the other, and how often both were at work on it on one day or at once.
// Why:   one hand at one machine logs in to each of its accounts in turn (C5).
// Cost:  device by device: its sessions sorted by time, neighbours compared; pairs only of the accounts that
//        were there on one day.
// Limits: a machine sold on passes from one account to the next once; what counts is coming back. Devices with
//         more than $hub_accounts accounts are left out: their mark is no machine's.
MATCH (d:Device)
WHERE COUNT { (d)<-[:LOGGED_IN_ON]-() } > 1
CALL (d) {
  MATCH (d)<-[s:LOGGED_IN_ON]-(a:Account) WHERE s.started_at <= $as_of
  RETURN count(DISTINCT a) AS users
}
WITH d, users WHERE users > 1 AND users <= $hub_accounts
CALL (d) {
  MATCH (d)<-[s:LOGGED_IN_ON]-(a:Account) WHERE s.started_at <= $as_of
  WITH a.id AS who, datetime(s.started_at).epochSeconds AS from,
       CASE WHEN s.ended_at <= $as_of THEN datetime(s.ended_at).epochSeconds END AS ended
  WITH who, from, CASE WHEN ended > from THEN ended ELSE from END AS until
  ORDER BY from, who, until
  RETURN collect({who: who, from: from, until: until}) AS sessions
}
CALL (sessions) {
  UNWIND sessions AS s
  WITH s.who AS who, s.from / 86400 AS day
  WITH who, collect(DISTINCT day) AS dates
  MATCH (a:Account {id: who})
  WITH who, dates, head([(a)-[:DECLARED_WITH]->(g:Account) | g.id]) AS group
  RETURN collect({who: who, days: size(dates), group: coalesce(group, who)}) AS presence,
         reduce(all = [], d IN collect(dates) | all + d) AS all_dates
}
CALL (all_dates) {
  UNWIND all_dates AS day
  RETURN count(DISTINCT day) AS device_days
}
CALL (sessions) {
  // from one to the other
  UNWIND range(1, size(sessions) - 1) AS k
  WITH sessions[k - 1] AS p, sessions[k] AS q
  WHERE p.who <> q.who
  RETURN p.who AS one, q.who AS other, q.from / 86400 AS day, 1 AS passes,
         CASE WHEN 0 <= q.from - p.until <= $handover_minutes * 60 THEN 1 ELSE 0 END AS handovers,
         CASE WHEN q.from < p.until THEN 1 ELSE 0 END AS at_once, 0 AS same
UNION ALL
  // on one day
  UNWIND sessions AS s
  WITH DISTINCT s.from / 86400 AS day, s.who AS who
  ORDER BY day, who
  WITH day, collect(who) AS present
  WHERE size(present) > 1
  UNWIND range(0, size(present) - 2) AS x
  UNWIND range(x + 1, size(present) - 1) AS y
  RETURN present[x] AS one, present[y] AS other, day, 0 AS passes, 0 AS handovers, 0 AS at_once, 1 AS same
}
WITH d, users, presence, device_days,
     CASE WHEN one < other THEN one ELSE other END AS a, CASE WHEN one < other THEN other ELSE one END AS b,
     sum(passes) AS passes, sum(handovers) AS handovers, sum(at_once) AS at_once, sum(same) AS days_both
WITH *, head([x IN presence WHERE x.who = a]) AS first, head([x IN presence WHERE x.who = b]) AS second
WITH *, CASE WHEN passes > 1 THEN passes - 1 ELSE 0 END AS returns,
     first.group = second.group AS declared,
     first.days * second.days / toFloat(device_days) AS mean
// The machine that changed hands once weighs next to nothing; each return takes away from that doubt.
WITH *, 0.05 + 0.95 * (1 - exp(-(returns + 0.3 * days_both + 0.5 * handovers + 0.5 * at_once) / $returns_of_habit)) AS habit,
     mean + log(users) * sqrt(mean + 0.5) AS by_chance
WITH *, CASE WHEN days_both <= by_chance THEN 0.0
             ELSE (days_both - by_chance) / days_both * (1 - exp(-(days_both - by_chance) / 4.0)) END AS apart
CALL (d) {
  OPTIONAL MATCH (known:KnownShared)-[covers:COVERS]->(d)
  RETURN collect(known) AS knowns, collect(covers) AS covered
}
WITH *, CASE WHEN users > $team_accounts THEN ($team_accounts / toFloat(users)) ^ 1.5 ELSE 1.0 END
      * CASE WHEN size(knowns) > 0 THEN 0.1 ELSE 1.0 END AS worth
WITH d, users, knowns, covered, worth,
     {a: a, b: b, passes: passes, returns: returns, days_both: days_both, handovers: handovers, at_once: at_once,
      beyond_chance: round(apart * 100) / 100, declared: declared,
      weight: habit * (worth + 0.6 * (1 - worth) * apart) * CASE WHEN declared THEN 0.05 ELSE 1.0 END} AS pair
ORDER BY pair.weight DESC, pair.a, pair.b
WITH d, users, knowns, covered, worth, collect(pair) AS pairs
WITH *, pairs[0].weight AS strongest
WHERE strongest >= 0.01
WITH *, [p IN pairs WHERE p.weight >= 0.2 * strongest] AS kept
CALL (kept) {
  UNWIND kept AS p
  UNWIND [[p.a, p], [p.b, p]] AS end
  WITH end[0] AS who, end[1].weight AS weight ORDER BY weight DESC
  // More fellows than a team has say no more of an account.
  WITH who, reduce(sum = 0.0, w IN collect(weight)[..toInteger($team_accounts)] | sum + w) AS ties
  ORDER BY ties DESC, who
  RETURN collect(who) AS members, max(ties) AS best
}
CALL (members) {
  UNWIND members AS who
  MATCH (a:Account {id: who})
  OPTIONAL MATCH (a)-[:DECLARED_WITH]->(g:Account)
  RETURN collect(DISTINCT a) AS accounts, count(DISTINCT coalesce(g.id, a.id)) AS parties
}
WITH *, [p IN pairs WHERE p.a IN members AND p.b IN members] AS among
// The sessions of those named alone.
CALL (d, accounts) {
  UNWIND accounts AS a
  MATCH (d)<-[s:LOGGED_IN_ON]-(a) WHERE s.started_at <= $as_of
  RETURN {of: 'LOGGED_IN_ON', rows: count(s), first: min(s.started_at),
          last: max(CASE WHEN s.ended_at <= $as_of THEN s.ended_at ELSE s.started_at END)} AS counted
}
CALL (d, accounts) {
  UNWIND accounts AS a
  CALL (a, d, accounts) {
    MATCH (d)<-[s:LOGGED_IN_ON]-(a) WHERE s.started_at <= $as_of
    WITH s ORDER BY s.started_at DESC, s.key LIMIT toInteger($most_sessions)
    WITH collect(s) AS own
    RETURN own[..1 + toInteger($most_sessions / size(accounts))] AS own
  }
  RETURN reduce(all = [], o IN collect(own) | all + o) AS shown
}
RETURN d.id AS key,
       [d] + accounts + knowns AS nodes,
       shown + covered AS relations,
       [counted] AS counted,
       [p IN kept | {a: p.a, b: p.b, share: p.weight / strongest}] AS ties,
       {
         device: d.id,
         kind: coalesce(d.kind, 'device'),
         accounts: users,
         named: size(accounts),
         unrelated: parties,
         sessions: counted.rows,
         passes: reduce(all = 0, p IN among | all + p.passes),
         returns: reduce(all = 0, p IN among | all + p.returns),
         days_both: reduce(most = 0, p IN among | CASE WHEN p.days_both > most THEN p.days_both ELSE most END),
         at_once: reduce(all = 0, p IN among | all + p.at_once),
         closest: [p IN kept[..10] | p {.a, .b, .passes, .returns, .days_both, .handovers, .at_once, .beyond_chance, .declared,
                                         weight: round(p.weight * 1000) / 1000}],
         company: round(best * 1000) / 1000,
         remote_access: coalesce(d.remote_access, []),
         known_shared: [k IN knowns | k.reason]
       } AS facts
