// Finds: circles of accounts that log in through the same few exits of VPNs, Tor and rented servers, out of the many that
//        are used on the platform, oftener than chance would have it.
// Why:   exits hide where a team sits (C1), and one hand sets them up for all its accounts, though hundreds of
//        strangers use each of them too (P2).
// Cost:  one pass over SAME_EXITS, which exist only within circles; per circle its members' logins through exits.
// Limits: exits that more than 150 accounts use are not compared; addresses whose kind is unknown are no exits; who takes
//         a new exit for each session is in no circle; at most $most_exits exits are shown, those most of it use first.
MATCH (a:Account)-[same:SAME_EXITS]->(b:Account)
WITH same, a, b ORDER BY same.circle, a.id, b.id
WITH same.circle AS circle, collect(same) AS pairs,
     [x IN collect([a, b]) | x] AS ends, max(same.beyond) AS beyond, max(same.exits) AS exits_seen, max(same.users) AS users_seen
CALL (ends) {
  UNWIND ends AS two
  UNWIND two AS m
  WITH DISTINCT m
  OPTIONAL MATCH (m)-[:DECLARED_WITH]->(group:Account)
  WITH m, coalesce(group.id, m.id) AS party ORDER BY m.id
  RETURN collect(m) AS members, count(DISTINCT party) AS unrelated, collect({id: m.id, party: party}) AS parties
}
CALL (members) {
  UNWIND members AS m
  MATCH (m)-[login:LOGGED_IN_FROM]->(i:Ip)
  WHERE login.started_at <= $as_of AND i.kind IN ['vpn', 'tor', 'hosting'] AND coalesce(i._at, '') <= $as_of
    AND NOT EXISTS { (:KnownShared)-[:COVERS]->(i) }
  WITH i, m, login ORDER BY i.id, m.id, login.started_at, login.key
  WITH i, m, head(collect(login)) AS first_login, count(login) AS logins, min(login.started_at) AS first, max(login.started_at) AS last
  WITH i, collect(m) AS through, collect(first_login) AS first_logins, sum(logins) AS logins, min(first) AS first, max(last) AS last
  WHERE size(through) > 1
  CALL (i) {
    MATCH (i)<-[any_login:LOGGED_IN_FROM]-(x:Account) WHERE any_login.started_at <= $as_of
    RETURN count(DISTINCT x) AS users
  }
  WITH i, through, first_logins, logins, first, last, users ORDER BY size(through) DESC, users, i.id
  RETURN collect({exit: i, ip: i.id, kind: i.kind, members: size(through), users: users, logins: first_logins}) AS exits,
         sum(logins) AS logins, min(first) AS first, max(last) AS last
}
WITH *, exits[..toInteger($most_exits)] AS shown
RETURN circle AS key,
       members + [e IN shown | e.exit] AS nodes,
       pairs[..toInteger($most_pairs)] + reduce(all = [], e IN shown | all + e.logins) AS relations,
       [{of: 'LOGGED_IN_FROM', rows: logins, first: first, last: last},
        {of: 'SAME_EXITS', rows: size(pairs), first: null, last: null}] AS counted,
       [p IN pairs WHERE head([x IN parties WHERE x.id = startNode(p).id]).party <> head([x IN parties WHERE x.id = endNode(p).id]).party
         | {a: startNode(p).id, b: endNode(p).id, share: p.score}] AS ties,
       {
         accounts: size(members),
         unrelated: unrelated,
         exits: size(exits),
         used_by_most: [e IN exits[..5] | {ip: e.ip, kind: e.kind, members: e.members, users: e.users}],
         pairs: size(pairs),
         most_in_common: reduce(most = 0, p IN pairs | CASE WHEN p.common > most THEN p.common ELSE most END),
         beyond_chance: beyond,
         exits_seen: exits_seen,
         users_seen: users_seen
       } AS facts
