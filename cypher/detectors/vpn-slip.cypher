// Finds: addresses at which several accounts that hide behind VPNs, Tor or rented servers showed themselves once or twice,
//        and where nobody is a regular. An IPv6 /64, which one household gets as a whole, counts as one address.
// Why:   who hides where a team sits (C1) now and then forgets to, and several who never met then show one and the same
//        place (P2).
// Cost:  one pass over the logins that hide nothing; the sessions of those who came to such a place.
// Limits: addresses of mobile networks, schools and shared offices, and those known to be shared, are left out: many pass
//         through. What a network hands out anew each day many pass through as well: the more of its other addresses
//         guests alone came to, the less one of them tells. Where the network is unknown all such addresses are one.
MATCH (i:Ip)
WHERE EXISTS { (i)<-[:LOGGED_IN_FROM]-() } AND NOT EXISTS { (:KnownShared)-[:COVERS]->(i) }
WITH i, CASE WHEN coalesce(i._at, '') <= $as_of THEN i.kind END AS kind,
     CASE WHEN i.id CONTAINS ':' AND NOT i.id CONTAINS '.' THEN split(i.id, '::') END AS halves
WHERE NOT coalesce(kind, '') IN ['vpn', 'tor', 'hosting', 'mobile', 'coworking', 'education']
WITH i, kind, [h IN split(halves[0], ':') WHERE h <> ''] AS front,
     [h IN split(coalesce(halves[1], ''), ':') WHERE h <> ''] AS back
WITH i, kind, CASE WHEN front IS NOT NULL
                THEN (front + [x IN range(1, 8 - size(front) - size(back)) | '0'] + back)[..4] END AS net
WITH i, kind, coalesce(net[0] + ':' + net[1] + ':' + net[2] + ':' + net[3] + '::/64', i.id) AS place ORDER BY i.id
WITH place, collect(i) AS at, coalesce(head(collect(kind)), 'unknown') AS kind
CALL (at) {
  UNWIND at AS i
  MATCH (i)<-[s:LOGGED_IN_FROM]-(a:Account) WHERE s.started_at <= $as_of
  WITH a, count(s) AS visits
  RETURN collect({account: a, visits: visits}) AS guests, max(visits) AS most
}
WITH place, at, kind, guests, most WHERE size(guests) > 1 AND size(guests) <= $hub_accounts AND most <= $most_visits
WITH *, CASE WHEN coalesce(at[0]._at, '') <= $as_of
          THEN coalesce('AS' + replace(toUpper(at[0].asn), 'AS', ''), at[0].as_name) END AS network
WITH network, collect({place: place, at: at, kind: kind, guests: guests}) AS places
UNWIND places AS p
WITH network, size(places) - 1 AS passed_through, p.place AS place, p.at AS at, p.kind AS kind, p.guests AS guests
// How much of what else each of them did was hidden, and whether the network is one of its own.
CALL (network, guests) {
  UNWIND guests AS g
  WITH network, g.account AS a, g.visits AS visits
  MATCH (a)-[s:LOGGED_IN_FROM]->(i:Ip) WHERE s.started_at <= $as_of
  WITH a, visits, count(s) - visits AS elsewhere, coalesce(i._at, '') <= $as_of AND coalesce(network = coalesce('AS' + replace(toUpper(i.asn), 'AS', ''), i.as_name), false) AS same,
       coalesce(i._at, '') <= $as_of AND i.kind IN ['vpn', 'tor', 'hosting'] AS hides, count(s) AS sessions
  WITH a, visits, sum(sessions) AS all, sum(CASE WHEN hides THEN sessions ELSE 0 END) AS hidden,
       sum(CASE WHEN same THEN sessions ELSE 0 END) AS there
  WITH a, visits, all - visits AS elsewhere, hidden, there - visits AS own
  WHERE hidden >= $hidden_share * elsewhere AND hidden > 0
  OPTIONAL MATCH (a)-[:DECLARED_WITH]->(g:Account)
  WITH a, visits, 1.0 * hidden / elsewhere AS share, own > 0.2 * elsewhere AS at_home, coalesce(g.id, a.id) AS party ORDER BY a.id
  RETURN collect(a) AS accounts, avg(share) AS hidden_share, min(share) AS least_hidden, max(share) AS most_hidden, sum(CASE WHEN at_home THEN 1 ELSE 0 END) AS at_home,
         count(DISTINCT party) AS unrelated, collect({id: a.id, party: party}) AS parties
}
WITH * WHERE size(accounts) > 1
CALL (at, accounts) {
  UNWIND accounts AS a
  UNWIND at AS i
  MATCH (a)-[s:LOGGED_IN_FROM]->(i) WHERE s.started_at <= $as_of
  WITH s, i ORDER BY s.started_at, s.key
  RETURN collect(s) AS sessions, collect(DISTINCT i) AS used
}
RETURN place AS key,
       used + accounts AS nodes,
       sessions[..toInteger($most_sessions)] AS relations,
       [{of: 'LOGGED_IN_FROM', rows: size(sessions), first: sessions[0].started_at,
         last: reduce(last = '', s IN sessions | CASE WHEN s.ended_at > last AND s.ended_at <= $as_of THEN s.ended_at
                                                      WHEN s.started_at > last THEN s.started_at ELSE last END)}] AS counted,
       reduce(ties = [], n IN range(0, size(parties) - 2) | ties +
         [q IN parties[n + 1..] WHERE q.party <> parties[n].party | {a: parties[n].id, b: q.id, share: 1.0}]) AS ties,
       {
         ip: place,
         kind: kind,
         network: coalesce(network, ''),
         accounts: size(accounts),
         unrelated: unrelated,
         guests: size(guests),
         sessions: size(sessions),
         hidden_share: round(hidden_share * 100) / 100,
         least_hidden: round(least_hidden * 100) / 100,
         most_hidden: round(most_hidden * 100) / 100,
         at_home: at_home,
         passed_through: passed_through
       } AS facts
