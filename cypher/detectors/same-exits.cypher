// Finds: circles of accounts that log in through the same few networks of VPNs, Tor and rented servers, out of the many
//        that are used on the platform, oftener than chance would have it.
// Why:   exits hide where a team sits (C1), and one hand sets them up for all its accounts, though hundreds of
//        strangers use each of them too (P2). Which exit of a network one gets is the network's choice: it counts once.
// Cost:  one pass over the logins through exits and over SAME_EXITS, which exist only within circles; per circle its
//        members' logins through exits.
// Limits: networks that more than 150 accounts use are not compared; addresses whose kind is unknown are no exits; a VPN
//         that sends its customers out through several networks looks like a choice; who takes a new network for each
//         session is in no circle; at most $most_exits are shown, those most of it use first.
CALL () {
  MATCH (i:Ip)<-[login:LOGGED_IN_FROM]-(x:Account)
  WHERE login.started_at <= $as_of AND i.kind IN ['vpn', 'tor', 'hosting'] AND coalesce(i._at, '') <= $as_of
    AND NOT EXISTS { (:KnownShared)-[:COVERS]->(i) }
  WITH coalesce('AS' + replace(toUpper(i.asn), 'AS', ''), i.as_name, i.id) AS network, count(DISTINCT x) AS users
  WHERE users > 1
  RETURN collect({network: network, users: users}) AS usage
}
MATCH (a:Account)-[same:SAME_EXITS]->(b:Account)
WITH usage, same, a, b ORDER BY same.circle, a.id, b.id
WITH usage, same.circle AS circle, collect(same) AS pairs,
     collect([a, b]) AS ends, max(same.beyond) AS beyond, max(same.exits) AS exits_seen, max(same.users) AS users_seen
CALL (ends) {
  UNWIND ends AS two
  UNWIND two AS m
  WITH DISTINCT m
  OPTIONAL MATCH (m)-[:DECLARED_WITH]->(group:Account)
  WITH m, coalesce(group.id, m.id) AS party ORDER BY m.id
  RETURN collect(m) AS members, count(DISTINCT party) AS unrelated, collect({id: m.id, party: party}) AS parties
}
CALL (members, usage) {
  UNWIND members AS m
  MATCH (m)-[login:LOGGED_IN_FROM]->(i:Ip)
  WHERE login.started_at <= $as_of AND i.kind IN ['vpn', 'tor', 'hosting'] AND coalesce(i._at, '') <= $as_of
    AND NOT EXISTS { (:KnownShared)-[:COVERS]->(i) }
  WITH coalesce('AS' + replace(toUpper(i.asn), 'AS', ''), i.as_name, i.id) AS network, usage, i, m, login
  ORDER BY network, m.id, login.started_at, login.key
  WITH network, usage, m, head(collect({exit: i, login: login})) AS opening, head(collect(i.kind)) AS kind,
       count(login) AS logins, min(login.started_at) AS first, max(login.started_at) AS last
  WITH network, usage, collect(m) AS through, collect(opening.exit) AS ips, collect(opening.login) AS first_logins,
       head(collect(kind)) AS kind, sum(logins) AS logins, min(first) AS first, max(last) AS last
  WHERE size(through) > 1
  WITH network, through, ips, first_logins, kind, logins, first, last,
       head([u IN usage WHERE u.network = network]).users AS users ORDER BY size(through) DESC, users, network
  RETURN collect({network: network, ips: ips, kind: kind, members: size(through), users: users, logins: first_logins}) AS exits,
         sum(logins) AS logins, min(first) AS first, max(last) AS last
}
WITH *, exits[..toInteger($most_exits)] AS shown
RETURN circle AS key,
       members + reduce(all = [], e IN shown | all + e.ips) AS nodes,
       pairs[..toInteger($most_pairs)] + reduce(all = [], e IN shown | all + e.logins) AS relations,
       [{of: 'LOGGED_IN_FROM', rows: logins, first: first, last: last},
        {of: 'SAME_EXITS', rows: size(pairs), first: null, last: null}] AS counted,
       [p IN pairs WHERE head([x IN parties WHERE x.id = startNode(p).id]).party <> head([x IN parties WHERE x.id = endNode(p).id]).party
         | {a: startNode(p).id, b: endNode(p).id, share: p.score}] AS ties,
       {
         accounts: size(members),
         unrelated: unrelated,
         networks: size(exits),
         used_by_most: [e IN exits[..5] | {network: e.network, kind: e.kind, members: e.members, users: e.users}],
         pairs: size(pairs),
         most_in_common: reduce(most = 0, p IN pairs | CASE WHEN p.common > most THEN p.common ELSE most END),
         beyond_chance: beyond,
         networks_seen: exits_seen,
         users_seen: users_seen
       } AS facts
