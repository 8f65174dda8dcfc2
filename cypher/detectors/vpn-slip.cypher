// Finds: addresses at which several accounts that hide behind VPNs, Tor or rented servers showed themselves once or twice,
//        and where nobody is a regular. An IPv6 /64, which one household gets as a whole, counts as one address.
// Why:   who hides where a team sits (C1) now and then forgets to, and several who never met then show one and the same
//        place (P2).
// Cost:  the accounts that vpn-slip.sql counted, and the few sessions of each at such a place.
// Limits: addresses of mobile networks, schools and shared offices, and those known to be shared, are left out: many pass
//         through. What a network hands out anew each day many pass through as well: the more of its other addresses
//         guests alone came to, the less one of them tells. Where the network is unknown all such addresses are one.
UNWIND $rows AS row
MATCH (a:Account {id: row.account})
OPTIONAL MATCH (a)-[:DECLARED_WITH]->(g:Account)
WITH row, a, 1.0 * row.hidden / row.elsewhere AS share, coalesce(g.id, a.id) AS party ORDER BY row.place, a.id
WITH row.place AS place, head(collect(row)) AS at, collect({a: a, addresses: row.addresses}) AS slips, collect(a) AS accounts,
     avg(share) AS hidden_share, min(share) AS least_hidden, max(share) AS most_hidden, sum(row.at_home) AS at_home,
     count(DISTINCT party) AS unrelated, collect({id: a.id, party: party}) AS parties
CALL (slips) {
  UNWIND slips AS slip
  WITH slip.a AS a, slip.addresses AS addresses
  MATCH (a)-[s:LOGGED_IN_FROM]->(i:Ip) WHERE s.started_at <= $as_of AND i.id IN addresses
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
         kind: at.kind,
         network: coalesce(at.network, ''),
         accounts: size(accounts),
         unrelated: unrelated,
         guests: at.guests,
         sessions: size(sessions),
         hidden_share: round(hidden_share * 100) / 100,
         least_hidden: round(least_hidden * 100) / 100,
         most_hidden: round(most_hidden * 100) / 100,
         at_home: at_home,
         passed_through: at.passed_through
       } AS facts
