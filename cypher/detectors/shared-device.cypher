// Finds: devices that several accounts are used on, and for each pair of them how often the device came back
//        to the one after the other, and how often both were at work on it on one day or at once.
// Why:   one hand at one machine logs in to each of its accounts in turn (C5).
// Cost:  the pairs that shared-device.sql counted, and the latest sessions of those named.
// Limits: a machine sold on passes from one account to the next once; what counts is coming back. Devices with
//         more than $hub_accounts accounts are left out: their mark is no machine's.
UNWIND $rows AS p
MATCH (d:Device {id: p.device}), (one:Account {id: p.a}), (other:Account {id: p.b})
WITH d, p, p.users AS users, CASE WHEN p.passes > 1 THEN p.passes - 1 ELSE 0 END AS returns,
     p.a_days * p.b_days / toFloat(p.device_days) AS mean,
     coalesce(head([(one)-[:DECLARED_WITH]->(g) | g.id]), p.a) = coalesce(head([(other)-[:DECLARED_WITH]->(g) | g.id]), p.b) AS declared
// The machine that changed hands once weighs next to nothing; each return takes away from that doubt.
WITH *, 0.05 + 0.95 * (1 - exp(-(returns + 0.3 * p.days_both + 0.5 * p.handovers + 0.5 * p.at_once) / $returns_of_habit)) AS habit,
     mean + log(users) * sqrt(mean + 0.5) AS by_chance
WITH *, CASE WHEN p.days_both <= by_chance THEN 0.0
             ELSE (p.days_both - by_chance) / p.days_both * (1 - exp(-(p.days_both - by_chance) / 4.0)) END AS apart,
     [(known:KnownShared)-[covers:COVERS]->(d) | {known: known, covers: covers}] AS lists
WITH *, CASE WHEN users > $team_accounts THEN ($team_accounts / toFloat(users)) ^ 1.5 ELSE 1.0 END
      * CASE WHEN size(lists) > 0 THEN 0.1 ELSE 1.0 END AS worth
WITH d, users, lists, p {.a, .b, .passes, returns: returns, .days_both, .handovers, .at_once,
       beyond_chance: round(apart * 100) / 100, declared: declared,
       weight: habit * (worth + 0.6 * (1 - worth) * apart) * CASE WHEN declared THEN 0.05 ELSE 1.0 END} AS pair
ORDER BY pair.weight DESC, pair.a, pair.b
WITH d, users, lists, collect(pair) AS pairs
WITH *, pairs[0].weight AS strongest
WHERE strongest >= 0.01
WITH *, [p IN pairs WHERE p.weight >= 0.2 * strongest] AS kept
CALL (d, kept) {
  UNWIND kept AS p
  UNWIND [p.a, p.b] AS who
  WITH d, who, p.weight AS weight ORDER BY weight DESC
  // More fellows than a team has say no more of an account.
  WITH d, who, reduce(sum = 0.0, w IN collect(weight)[..toInteger($team_accounts)] | sum + w) AS ties
  MATCH (a:Account {id: who})
  OPTIONAL MATCH (a)-[:DECLARED_WITH]->(g:Account)
  WITH d, a, ties, g ORDER BY ties DESC, who
  RETURN collect(a) AS accounts, max(ties) AS best, count(DISTINCT coalesce(g.id, a.id)) AS parties, collect(a.id) AS members
}
WITH *, [p IN pairs WHERE p.a IN members AND p.b IN members] AS among
// The sessions of those named alone.
CALL (d, accounts) {
  UNWIND accounts AS a
  MATCH (d)<-[s:LOGGED_IN_ON]-(a) WHERE s.started_at <= $as_of
  WITH accounts, a, s ORDER BY s.started_at DESC, s.key
  WITH accounts, a, collect(s) AS own, max(CASE WHEN s.ended_at <= $as_of THEN s.ended_at ELSE s.started_at END) AS last
  RETURN reduce(all = [], o IN collect(own[..1 + toInteger($most_sessions / size(accounts))]) | all + o) AS shown,
         {of: 'LOGGED_IN_ON', rows: sum(size(own)), first: min(own[-1].started_at), last: max(last)} AS counted
}
RETURN d.id AS key,
       [d] + accounts + [l IN lists | l.known] AS nodes,
       shown + [l IN lists | l.covers] AS relations,
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
         known_shared: [l IN lists | l.known.reason]
       } AS facts
