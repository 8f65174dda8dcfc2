// Finds: accounts closed soon after their first contact with a client, and the others that were closed so and
//        share a machine, address or purse with them, or were closed in the same days in the same trade.
// Why:   accounts are deactivated once contact is made, to escape scrutiny (A1, H1).
// Cost:  one pass over the contacts of closed accounts; quadratic in the quietly closed ones of one trade.
// Limits: contact outside the platform is not seen; an account without a time of closing is not looked at.
CALL {
  MATCH (a:Account)
  OPTIONAL MATCH (a)-[then:STATED_THEN]->(a)
  WITH a, coalesce(then, a) AS stated
  WHERE stated.closed_at <= $as_of AND coalesce(a.created_at, '') <= $as_of
  CALL (a) {
    MATCH (a)-[b:BID_ON]->(j:Job)-[:POSTED_BY]->(client:Account)
    WHERE b.status = 'accepted' AND b.submitted_at <= $as_of
    RETURN b.submitted_at AS at, client.id AS client, b AS relation, j AS thing
  UNION ALL
    MATCH (a)<-[handed:HANDED_IN_BY]-(m:Document)-[:ADDRESSED_TO]->(client:Account)
    WHERE m.submitted_at <= $as_of
    RETURN m.submitted_at AS at, client.id AS client, handed AS relation, m AS thing
  UNION ALL
    MATCH (a)<-[to:ADDRESSED_TO]-(m:Document)-[:HANDED_IN_BY]->(client:Account)
    WHERE m.submitted_at <= $as_of
    RETURN m.submitted_at AS at, client.id AS client, to AS relation, m AS thing
  }
  WITH a, stated, at, client, relation, thing ORDER BY a.id, at, thing.id
  WITH a, stated, min(at) AS met, count(DISTINCT client) AS clients, collect(DISTINCT relation) AS told, collect(relation)[..20] AS relations,
       collect(thing)[..20] AS things
  WITH *, (datetime(stated.closed_at).epochSeconds - datetime(met).epochSeconds) / 86400.0 AS lag
  WHERE lag >= 0 AND lag <= $horizon_days
  RETURN collect({
    account: a, stated: stated, met: met, clients: clients, told: told, relations: relations, things: things, lag: lag,
    closed: datetime(stated.closed_at).epochSeconds, trade: toLower(coalesce(stated.trade, ''))
  }) AS quiet
}
WITH quiet, [q IN quiet | q.account.id] AS ids
UNWIND quiet AS one
WITH one, quiet, ids, one.account AS a
CALL (a, ids) {
  MATCH (a)-[used:LOGGED_IN_ON|LOGGED_IN_FROM|PAID_THROUGH]->(v) WHERE coalesce(used._at, startNode(used)._at, '') <= $as_of
  WITH DISTINCT a, v, ids
  WHERE NOT EXISTS { (:KnownShared)-[:COVERS]->(v) }
  CALL (v) {
    MATCH (v)<-[use:LOGGED_IN_ON|LOGGED_IN_FROM|PAID_THROUGH]-(h:Account)
    WHERE coalesce(use._at, startNode(use)._at, '') <= $as_of
    WITH DISTINCT h LIMIT toInteger($hub_accounts) + 1
    RETURN collect(h) AS holders
  }
  WITH a, v, holders, ids WHERE size(holders) > 1 AND size(holders) <= $hub_accounts
  UNWIND holders AS other
  WITH a, v, other, ids WHERE other <> a AND other.id IN ids
    AND NOT EXISTS { (a)-[:DECLARED_WITH]->{0,1}(:Account)<-[:DECLARED_WITH]-{0,1}(other) }
  RETURN collect(DISTINCT other.id) AS linked, collect(DISTINCT v)[..10] AS shared
}
CALL (a, shared) {
  UNWIND shared AS v
  MATCH (a)-[use:LOGGED_IN_ON|LOGGED_IN_FROM|PAID_THROUGH]->(v)
  WHERE coalesce(use._at, startNode(use)._at, '') <= $as_of
  WITH v, use ORDER BY v.id, use.key
  WITH v, collect(use)[0] AS use
  RETURN collect(use) AS uses
}
CALL (one) {
  UNWIND one.told AS r
  WITH type(r) AS of, count(r) AS rows,
       min(coalesce(r._at, startNode(r)._at)) AS first, max(coalesce(r._at, startNode(r)._at)) AS last
  ORDER BY of
  RETURN collect({of: of, rows: rows, first: first, last: last}) AS told
}
WITH one, a, ids, linked, shared, uses, told,
     [q IN quiet WHERE q.account <> a AND q.trade = one.trade AND NOT q.account.id IN linked
       AND abs(q.closed - one.closed) <= $same_days * 86400 | q.account.id] AS alike
RETURN a.id AS key,
       [a] + one.things + shared AS nodes,
       one.relations + uses AS relations,
       told + [{of: 'Account', rows: 1, first: one.stated.closed_at, last: one.stated.closed_at}] AS counted,
       {
         met: one.met,
         closed_at: one.stated.closed_at,
         reason: coalesce(one.stated.closed_reason, ''),
         status: coalesce(one.stated.status, 'closed'),
         days: round(one.lag, 2),
         clients: one.clients,
         linked: linked,
         alike: size(alike),
         quiet: size(ids),
         usual_quiet: $usual_quiet
       } AS facts
