// Finds: addresses from which several accounts worked, and for each pair of them how often they were there on
//        one day, at the same minutes, or one right after the other. An IPv6 /64, which one household gets as
//        a whole, counts as one address.
// Why:   a team in one room shows one address to the platform (P2); so does one hand with several accounts,
//        which stops with one and goes on with the next.
// Cost:  place by place; minutes are compared within an hour, handovers between neighbours in time, so it
//        grows with session hours, and with pairs only where several are present at once.
// Limits: places with more than $hub_accounts accounts are left out (they tell nothing); a session counts for
//         48 hours at most; days are UTC days; a session of unknown end counts for half an hour.
MATCH (i:Ip)
WHERE EXISTS { (i)<-[:LOGGED_IN_FROM]-() }
WITH i, CASE WHEN i.id CONTAINS ':' AND NOT i.id CONTAINS '.' THEN split(i.id, '::') END AS halves
WITH i, [h IN split(halves[0], ':') WHERE h <> ''] AS front,
     [h IN split(coalesce(halves[1], ''), ':') WHERE h <> ''] AS back
WITH i, CASE WHEN front IS NOT NULL
          THEN (front + [x IN range(1, 8 - size(front) - size(back)) | '0'] + back)[..4] END AS net
ORDER BY i.id
WITH coalesce(net[0] + ':' + net[1] + ':' + net[2] + ':' + net[3] + '::/64', i.id) AS place,
     collect(i) AS addresses
CALL (addresses) {
  UNWIND addresses AS i
  OPTIONAL MATCH (i)<-[s:LOGGED_IN_FROM]-(a:Account) WHERE s.started_at <= $as_of
  RETURN count(DISTINCT a) AS users,
         count(DISTINCT i.asn) < 2 AND count(DISTINCT i.country) < 2 AND count(DISTINCT i.city) < 2 AS agreed
}
// One by one where what is known of the addresses contradicts one household.
WITH place, addresses, size(addresses) = 1 OR (agreed AND users <= $hub_accounts) AS one, users
WHERE users > 1
UNWIND CASE WHEN one THEN [addresses] ELSE [x IN addresses | [x]] END AS at
WITH CASE WHEN one THEN place ELSE at[0].id END AS place, at
CALL (at) {
  UNWIND at AS i
  MATCH (i)<-[s:LOGGED_IN_FROM]-(a:Account) WHERE s.started_at <= $as_of
  RETURN count(DISTINCT a) AS users
}
WITH place, at, users WHERE users > 1 AND users <= $hub_accounts
CALL (at) {
  UNWIND at AS i
  OPTIONAL MATCH (known:KnownShared)-[covers:COVERS]->(i)
  RETURN collect(DISTINCT known) AS knowns, collect(covers) AS covered,
         head(collect(CASE WHEN coalesce(i._at, '') <= $as_of THEN i.kind END)) AS kind,
         head(collect(CASE WHEN coalesce(i._at, '') <= $as_of THEN i.as_name END)) AS network
}
WITH *, coalesce(kind, 'unknown') AS place_kind
WITH *, {residential: 1.0, business: 0.6, hosting: 0.8, unknown: 0.8}[place_kind] AS usual_kind,
     toFloat({residential: $home_accounts}[place_kind]) AS home
WITH *, coalesce(usual_kind, 0.15) AS kind_weight,
     coalesce(home, CASE WHEN usual_kind IS NULL THEN 3.0 ELSE $room_accounts END) AS room
WITH *, kind_weight * CASE WHEN users > room THEN (room / users) ^ 1.5 ELSE 1.0 END
      * CASE WHEN size(knowns) > 0 THEN 0.15 ELSE 1.0 END AS worth
CALL (at) {
  UNWIND at AS i
  MATCH (i)<-[s:LOGGED_IN_FROM]-(a:Account) WHERE s.started_at <= $as_of
  WITH a.id AS who, datetime(s.started_at).epochSeconds AS from,
       CASE WHEN s.ended_at <= $as_of THEN datetime(s.ended_at).epochSeconds END AS ended
  WITH who, from, CASE WHEN ended >= from THEN ended ELSE from + 1800 END AS until
  ORDER BY from, who, until
  RETURN collect({who: who, from: from, until: until}) AS sessions
}
CALL (sessions) {
  UNWIND sessions AS s
  WITH s.who AS who, s.from / 86400 AS day
  WITH who, count(DISTINCT day) AS days, collect(DISTINCT day) AS dates
  MATCH (a:Account {id: who})
  WITH who, days, dates, head([(a)-[:DECLARED_WITH]->(g:Account) | g.id]) AS group
  RETURN collect({who: who, days: days, group: coalesce(group, who)}) AS presence,
         reduce(all = [], d IN collect(dates) | all + d) AS all_dates
}
CALL (all_dates) {
  UNWIND all_dates AS day
  RETURN count(DISTINCT day) AS place_days
}
// Place by place, so that what is reckoned of one need not be held for the next.
CALL (sessions, presence, place_days, users, worth) {
  CALL (sessions) {
    // at the same minutes
    UNWIND sessions AS s
    UNWIND range(s.from / 3600, CASE WHEN s.until > s.from + 172800 THEN s.from + 172800 ELSE s.until END / 3600) AS hour
    WITH hour, collect(s) AS present
    WHERE size(present) > 1
    UNWIND range(0, size(present) - 2) AS x
    UNWIND range(x + 1, size(present) - 1) AS y
    WITH hour, present[x] AS p, present[y] AS q
    WHERE p.who <> q.who
    WITH hour, p.who AS one, q.who AS other,
         CASE WHEN p.from > q.from THEN p.from ELSE q.from END AS begun,
         CASE WHEN p.until < q.until THEN p.until ELSE q.until END AS done
    WITH hour, one, other,
         CASE WHEN begun > hour * 3600 THEN begun ELSE hour * 3600 END AS begun,
         CASE WHEN done < hour * 3600 + 3600 THEN done ELSE hour * 3600 + 3600 END AS done
    WHERE done > begun
    RETURN one, other, hour / 24 AS day, done - begun AS seconds, 0 AS switches, 0 AS passes, 1 AS same
  UNION ALL
    // one right after the other
    WITH sessions
    UNWIND range(1, size(sessions) - 1) AS k
    WITH sessions[k - 1] AS p, sessions[k] AS q
    WHERE p.who <> q.who
    RETURN p.who AS one, q.who AS other, q.from / 86400 AS day, 0 AS seconds,
           CASE WHEN 0 <= q.from - p.until <= $handover_minutes * 60 THEN 1 ELSE 0 END AS switches, 1 AS passes, 0 AS same
  UNION ALL
    // on one day
    UNWIND sessions AS s
    WITH DISTINCT s.from / 86400 AS day, s.who AS who
    ORDER BY day, who
    WITH day, collect(who) AS present
    WHERE size(present) > 1
    UNWIND range(0, size(present) - 2) AS x
    UNWIND range(x + 1, size(present) - 1) AS y
    RETURN present[x] AS one, present[y] AS other, day, 0 AS seconds, 0 AS switches, 0 AS passes, 1 AS same
  }
  WITH users, worth, presence, place_days,
       CASE WHEN one < other THEN one ELSE other END AS a, CASE WHEN one < other THEN other ELSE one END AS b,
       day, sum(seconds) AS seconds, sum(switches) AS switches, sum(passes) AS passes, max(same) AS same
  WITH users, worth, presence, place_days, a, b,
       sum(same) AS days_both,
       sum(CASE WHEN seconds >= $minutes_together * 60 OR switches > 0 THEN 1 ELSE 0 END) AS days_together,
       sum(CASE WHEN seconds >= $minutes_together * 60 THEN 1 ELSE 0 END) AS days_at_once,
       collect(CASE WHEN seconds >= $minutes_together * 60 OR switches > 0 THEN day END) AS meetings,
       sum(seconds) AS seconds, sum(switches) AS switches, sum(passes) AS passes
  // How firmly the two belong together by what they do there …
  WITH *, head([x IN presence WHERE x.who = a]) AS first, head([x IN presence WHERE x.who = b]) AS second
  WITH *, first.group = second.group AS declared,
       0.12 * (1 - exp(-(CASE WHEN passes > 1 THEN passes - 1 ELSE 0 END) / 3.0))
        + 0.23 * (1 - exp(-days_both / 8.0))
        + 0.5 * (1 - exp(-days_together / 5.0))
        + 0.15 * (1 - exp(-switches / 4.0)) AS habit,
       first.days * second.days / toFloat(place_days) AS mean
  // … and how much more often they meet than the luckiest of so many pairs who come on the same days by chance.
  WITH *, mean + log(users) * sqrt(mean + 0.5) AS by_chance
  WITH *, CASE WHEN days_together <= by_chance THEN 0.0
               ELSE (days_together - by_chance) / days_together * (1 - exp(-(days_together - by_chance) / 4.0)) END AS apart
  WITH {a: a, b: b, days_both: days_both, days_together: days_together, days_at_once: days_at_once, hours: round(seconds / 360.0) / 10,
        handovers: switches, beyond_chance: round(apart * 100) / 100, declared: declared,
        weight: habit * (worth + 0.6 * (1 - worth) * apart) * CASE WHEN declared THEN 0.05 ELSE 1.0 END} AS pair,
       meetings
  ORDER BY pair.weight DESC, pair.a, pair.b
  RETURN collect(pair) AS pairs, collect(meetings) AS meetings
}
WITH place, at, users, knowns, covered, place_kind, network, worth, pairs, meetings
WITH *, pairs[0].weight AS strongest
WHERE strongest >= 0.03
WITH *, [p IN pairs WHERE p.weight >= 0.2 * strongest] AS kept
WITH *, reduce(days = [], m IN meetings[..size(kept)] | CASE WHEN size(days) > 400 THEN days ELSE days + m END) AS meeting_days
CALL (kept) {
  UNWIND kept AS p
  UNWIND [[p.a, p], [p.b, p]] AS end
  WITH end[0] AS who, end[1].weight AS weight ORDER BY weight DESC
  // More fellows than a room holds say no more of an account.
  WITH who, reduce(sum = 0.0, w IN collect(weight)[..toInteger($room_accounts)] | sum + w) AS ties
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
CALL (at, accounts) {
  UNWIND at AS i
  UNWIND accounts AS a
  MATCH (i)<-[s:LOGGED_IN_FROM]-(a) WHERE s.started_at <= $as_of
  RETURN {of: 'LOGGED_IN_FROM', rows: count(s), first: min(s.started_at),
          last: max(CASE WHEN s.ended_at <= $as_of THEN s.ended_at ELSE s.started_at END)} AS counted
}
CALL (at, accounts, meeting_days) {
  UNWIND accounts AS a
  CALL (a, at, accounts, meeting_days) {
    UNWIND at AS i
    MATCH (i)<-[s:LOGGED_IN_FROM]-(a) WHERE s.started_at <= $as_of
    WITH s, size(meeting_days) > 0 AND NOT datetime(s.started_at).epochSeconds / 86400 IN meeting_days AS aside
    ORDER BY aside, s.started_at, s.key
    LIMIT toInteger($most_sessions)
    WITH collect(s) AS own
    RETURN own[..1 + toInteger($most_sessions / size(accounts))] AS own
  }
  RETURN reduce(all = [], o IN collect(own) | all + o) AS shown
}
WITH *, [i IN at WHERE any(s IN shown WHERE endNode(s) = i)] AS used
RETURN place AS key,
       used + accounts + knowns AS nodes,
       shown + [c IN covered WHERE endNode(c) IN used] AS relations,
       [counted] AS counted,
       [p IN kept | {a: p.a, b: p.b, share: p.weight / strongest}] AS ties,
       {
         ip: place,
         kind: place_kind,
         network: coalesce(network, ''),
         accounts: users,
         named: size(accounts),
         unrelated: parties,
         sessions: counted.rows,
         days_together: reduce(most = 0, p IN among | CASE WHEN p.days_together > most THEN p.days_together ELSE most END),
         days_at_once: reduce(most = 0, p IN among | CASE WHEN p.days_at_once > most THEN p.days_at_once ELSE most END),
         handovers: reduce(all = 0, p IN among | all + p.handovers),
         closest: [p IN kept[..10] | p {.a, .b, .days_both, .days_together, .days_at_once, .hours, .handovers, .beyond_chance, .declared,
                                         weight: round(p.weight * 1000) / 1000}],
         place_weight: round(worth * 1000) / 1000,
         company: round(best * 1000) / 1000,
         known_shared: [k IN knowns | k.reason]
       } AS facts
