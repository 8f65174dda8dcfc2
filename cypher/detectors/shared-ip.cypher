// Finds: addresses from which several accounts worked, and for each pair of them how often they were there on
//        one day, at the same minutes, or one right after the other. An IPv6 /64, which one household gets as
//        a whole, counts as one address.
// Why:   a team in one room shows one address to the platform (P2); so does one hand with several accounts,
//        which stops with one and goes on with the next.
// Cost:  the pairs that shared-ip.sql counted, and the sessions of those named.
// Limits: places with more than $hub_accounts accounts are left out (they tell nothing); a session counts for
//         48 hours at most; days are UTC days; a session of unknown end counts for half an hour.
UNWIND $rows AS p
WITH p.place AS place, p.users AS users, head(collect(p.addresses)) AS addresses, collect(p) AS met
CALL (addresses) {
  UNWIND addresses AS id
  MATCH (i:Ip {id: id})
  WITH i, CASE WHEN coalesce(i._at, '') <= $as_of THEN i END AS seen ORDER BY id
  OPTIONAL MATCH (known:KnownShared)-[covers:COVERS]->(i)
  RETURN collect(DISTINCT i) AS at, collect(DISTINCT known) AS knowns, collect(covers) AS covered,
         coalesce(head(collect(seen.kind)), 'unknown') AS place_kind, head(collect(seen.as_name)) AS network
}
WITH *, {residential: 1.0, business: 0.6, hosting: 0.8, unknown: 0.8}[place_kind] AS usual_kind
WITH *, CASE WHEN place_kind = 'residential' THEN toFloat($home_accounts)
             WHEN usual_kind IS NULL THEN 3.0 ELSE $room_accounts END AS room
WITH *, coalesce(usual_kind, 0.15) * CASE WHEN users > room THEN (room / users) ^ 1.5 ELSE 1.0 END
      * CASE WHEN size(knowns) > 0 THEN 0.15 ELSE 1.0 END AS worth
CALL (met, users, worth) {
  UNWIND met AS p
  // How firmly the two belong together by what they do there …
  WITH p, users, worth, 0.12 * (1 - exp(-p.returns / 3.0)) + 0.23 * (1 - exp(-p.days_both / 8.0))
        + 0.5 * (1 - exp(-p.days_together / 5.0)) + 0.15 * (1 - exp(-p.handovers / 4.0)) AS habit,
       // … and how much more often they meet than the luckiest of so many pairs who come on the same days by chance.
       p.days_together - (p.days_by_chance + log(users) * sqrt(p.days_by_chance + 0.5)) AS beyond
  WITH *, CASE WHEN beyond <= 0 THEN 0.0 ELSE beyond / p.days_together * (1 - exp(-beyond / 4.0)) END AS apart
  WITH p {.a, .b, .days_both, .days_together, .days_at_once, hours: round(p.seconds / 360.0) / 10, .handovers,
          beyond_chance: round(apart * 100) / 100, .declared,
          weight: habit * (worth + 0.6 * (1 - worth) * apart) * CASE WHEN p.declared THEN 0.05 ELSE 1.0 END} AS pair,
       coalesce(p.meetings, []) AS meetings
  ORDER BY pair.weight DESC, pair.a, pair.b
  RETURN collect(pair) AS pairs, collect(meetings) AS meetings
}
WITH *, pairs[0].weight AS strongest
WHERE strongest >= 0.03
WITH *, [p IN pairs WHERE p.weight >= 0.2 * strongest] AS kept
WITH *, reduce(days = [], m IN meetings[..size(kept)] | CASE WHEN size(days) > 400 THEN days ELSE days + m END) AS meeting_days
CALL (kept) {
  UNWIND kept AS p
  UNWIND [p.a, p.b] AS who
  WITH who, p.weight AS weight ORDER BY weight DESC
  // More fellows than a room holds say no more of an account.
  WITH who, reduce(sum = 0.0, w IN collect(weight)[..toInteger($room_accounts)] | sum + w) AS ties
  MATCH (a:Account {id: who})
  OPTIONAL MATCH (a)-[:DECLARED_WITH]->(g:Account)
  RETURN collect(DISTINCT a) AS accounts, collect(DISTINCT who) AS members, max(ties) AS best,
         count(DISTINCT coalesce(g.id, who)) AS parties
}
WITH *, [p IN pairs WHERE p.a IN members AND p.b IN members] AS among
// The sessions of those named alone, those of days together first.
CALL (at, accounts, meeting_days) {
  UNWIND accounts AS a
  UNWIND at AS i
  MATCH (i)<-[s:LOGGED_IN_FROM]-(a) WHERE s.started_at <= $as_of
  WITH accounts, a, s, size(meeting_days) > 0 AND NOT datetime(s.started_at).epochSeconds / 86400 IN meeting_days AS aside
  ORDER BY aside, s.started_at, s.key
  WITH accounts, a, collect(s) AS own, min(s.started_at) AS first,
       max(CASE WHEN s.ended_at <= $as_of THEN s.ended_at ELSE s.started_at END) AS last
  RETURN reduce(all = [], o IN collect(own[..1 + toInteger($most_sessions / size(accounts))]) | all + o) AS shown,
         {of: 'LOGGED_IN_FROM', rows: sum(size(own)), first: min(first), last: max(last)} AS counted
}
WITH *, [i IN at WHERE any(s IN shown WHERE endNode(s) = i)] AS used
RETURN place AS key,
       used + accounts + knowns AS nodes,
       shown + [c IN covered WHERE endNode(c) IN used] AS relations,
       [counted] AS counted,
       [p IN kept | {a: p.a, b: p.b, share: p.weight / strongest}] AS ties,
       {
         ip: place, kind: place_kind, network: coalesce(network, ''), known_shared: [k IN knowns | k.reason],
         accounts: users, named: size(accounts), unrelated: parties, sessions: counted.rows,
         days_together: reduce(most = 0, p IN among | CASE WHEN p.days_together > most THEN p.days_together ELSE most END),
         days_at_once: reduce(most = 0, p IN among | CASE WHEN p.days_at_once > most THEN p.days_at_once ELSE most END),
         handovers: reduce(all = 0, p IN among | all + p.handovers),
         closest: [p IN kept[..10] | p {.a, .b, .days_both, .days_together, .days_at_once, .hours, .handovers, .beyond_chance,
                                         .declared, weight: round(p.weight * 1000) / 1000}],
         place_weight: round(worth * 1000) / 1000, company: round(best * 1000) / 1000
       } AS facts
