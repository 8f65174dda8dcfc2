// Finds: accounts of which one brought in or recommended the other, and what else the two share: machines,
//        addresses, purses, papers, contacts, clients, and how many the one brought in.
// Why:   once hired, they recommend others of their own, and take over each other's clients (C6, C15).
// Cost:  one pass over referrals; per referral the few machines, addresses and purses of the two.
// Limits: values with more than $hub_accounts accounts behind them are left out; texts that are alike and not
//         the same are another detector's.
CALL {
  MATCH (n:Account)-[tie:REFERRED_BY]->(r:Account) RETURN r, n, tie, coalesce(n.created_at, '') AS at
UNION ALL
  MATCH (r:Account)-[tie:LINKED_TO]->(n:Account)
  WHERE tie.kind = 'recommended'
  RETURN r, n, tie, coalesce(tie.since, '') AS at
}
WITH r, n, tie, at WHERE r <> n AND at <= $as_of
WITH r, n, tie ORDER BY r.id, n.id, type(tie), tie.key
WITH r, n, collect(tie) AS ties
CALL (r) {
  MATCH (r)<-[:REFERRED_BY]-(other:Account) WHERE coalesce(other.created_at, '') <= $as_of
  RETURN count(other) AS brought_in
}
CALL (r, n) {
  CALL (r, n) {
    MATCH (r)-[x:LOGGED_IN_ON]->(v:Device) WHERE x.started_at <= $as_of
    WITH n, v, x ORDER BY x._at, x.key
    WITH n, v, collect(x)[0] AS x
    MATCH (n)-[y:LOGGED_IN_ON]->(v) WHERE y.started_at <= $as_of
    WITH v, x, y ORDER BY y._at, y.key
    RETURN v, x, collect(y)[0] AS y, 'device' AS kind
  UNION ALL
    MATCH (r)-[x:LOGGED_IN_FROM]->(v:Ip) WHERE x.started_at <= $as_of
    WITH n, v, x ORDER BY x._at, x.key
    WITH n, v, collect(x)[0] AS x
    MATCH (n)-[y:LOGGED_IN_FROM]->(v) WHERE y.started_at <= $as_of
    WITH v, x, y ORDER BY y._at, y.key
    RETURN v, x, collect(y)[0] AS y, 'ip' AS kind
  UNION ALL
    MATCH (r)-[x:PAID_THROUGH]->(v:PaymentAccount) WHERE coalesce(x._at, '') <= $as_of
    WITH n, v, x ORDER BY x._at, x.key
    WITH n, v, collect(x)[0] AS x
    MATCH (n)-[y:PAID_THROUGH]->(v) WHERE coalesce(y._at, '') <= $as_of
    WITH v, x, y ORDER BY y._at, y.key
    RETURN v, x, collect(y)[0] AS y, 'payout' AS kind
  }
  CALL (v) {
    MATCH (v)<-[use:LOGGED_IN_ON|LOGGED_IN_FROM|PAID_THROUGH]-(holder:Account)
    WHERE coalesce(use._at, startNode(use)._at, '') <= $as_of
    WITH DISTINCT holder LIMIT toInteger($hub_accounts) + 1
    RETURN count(holder) AS holders
  }
  WITH v, x, y, kind, holders WHERE holders <= $hub_accounts
  WITH v, x, y, kind, holders, EXISTS { (:KnownShared)-[:COVERS]->(v) } AS known
  ORDER BY kind, v.id
  RETURN collect({kind: kind, id: v.id, holders: holders, known: known}) AS traits,
         collect(v)[..20] AS values, collect(x)[..20] + collect(y)[..20] AS uses,
         collect(x) + collect(y) AS first_uses
}
CALL (r, n) {
  MATCH (n)<-[:HANDED_IN_BY]-(other:Document) WHERE coalesce(other.submitted_at, '') <= $as_of
  WITH r, n, collect(DISTINCT other.sha256) AS files, collect(DISTINCT other.photo_hash) AS photos,
       collect(DISTINCT other.kind + ' ' + other.number) AS numbers
  MATCH (r)<-[x:HANDED_IN_BY]-(mine:Document)
  WHERE coalesce(mine.submitted_at, '') <= $as_of
    AND (mine.sha256 IN files OR mine.photo_hash IN photos OR mine.kind + ' ' + mine.number IN numbers)
  WITH n, x, mine ORDER BY mine.id
  MATCH (n)<-[y:HANDED_IN_BY]-(other:Document)
  WHERE coalesce(other.submitted_at, '') <= $as_of
    AND (mine.sha256 = other.sha256 OR (mine.number = other.number AND mine.kind = other.kind)
      OR mine.photo_hash = other.photo_hash)
  WITH x, y, mine, other ORDER BY mine.id, other.id
  WITH x, y, mine, other,
       COUNT { MATCH (d:Document {sha256: mine.sha256}) WHERE coalesce(d.submitted_at, '') <= $as_of RETURN d LIMIT 100 } AS copies
  WHERE copies <= $hub_accounts
  WITH collect({x: x, y: y, mine: mine, other: other}) AS pairs, count(DISTINCT mine) AS own_papers
  WITH pairs, own_papers, pairs[..10] AS shown
  RETURN [p IN shown | p.mine] + [p IN shown | p.other] AS papers,
         [p IN shown | p.x] + [p IN shown | p.y] AS handings,
         [p IN pairs | p.x] + [p IN pairs | p.y] AS all_handings, own_papers
}
CALL (r, n) {
  MATCH (r)-[x:BID_ON]->(ours:Job)-[p:POSTED_BY]->(client:Account)
  WHERE x.status = 'accepted' AND x.submitted_at <= $as_of
  WITH n, client, collect(DISTINCT ours)[0] AS ours, collect(x)[0] AS x, collect(p)[0] AS p
  MATCH (n)-[y:BID_ON]->(theirs:Job)-[:POSTED_BY]->(client)
  WHERE y.status = 'accepted' AND y.submitted_at <= $as_of
  WITH client, count(y) AS times
  CALL (client) {
    MATCH (client)<-[:POSTED_BY]-(:Job)<-[b:BID_ON]-(hired:Account) WHERE b.status = 'accepted' AND b.submitted_at <= $as_of
    WITH DISTINCT hired LIMIT toInteger($hub_accounts) + 1
    RETURN count(hired) AS hired
  }
  WITH client, hired WHERE hired <= $hub_accounts ORDER BY client.id
  RETURN collect({client: client.id, hired: hired}) AS clients
}
CALL (r, n) {
  OPTIONAL MATCH p = (r)-[:DECLARED_WITH]->{0,1}(:Account)<-[:DECLARED_WITH]-{0,1}(n)
  RETURN count(p) > 0 AS declared
}
CALL (ties, first_uses, all_handings) {
  UNWIND ties + first_uses + all_handings AS u
  // A referral has no date in the files: it stands in the row of the account that was brought in, as does its opening.
  WITH DISTINCT u, coalesce(u._at, CASE WHEN startNode(u):Document THEN startNode(u)._at END) AS at
  WITH type(u) AS of, count(u) AS rows, min(CASE WHEN at <= $as_of THEN at END) AS first, max(CASE WHEN at <= $as_of THEN at END) AS last
  ORDER BY of
  RETURN collect({of: of, rows: rows, first: first, last: last}) AS counted
}
OPTIONAL MATCH (r)-[r_then:STATED_THEN]->(r)
OPTIONAL MATCH (n)-[n_then:STATED_THEN]->(n)
WITH *, coalesce(r_then, r) AS r_stated, coalesce(n_then, n) AS n_stated
WITH *, [
    c IN [
      {kind: 'phone', a: r_stated.phone, b: n_stated.phone},
      {kind: 'email', a: toLower(r_stated.email), b: toLower(n_stated.email)},
      {kind: 'website', a: toLower(r_stated.website), b: toLower(n_stated.website)},
      {kind: 'address', a: toLower(r_stated.address), b: toLower(n_stated.address)}
    ] WHERE c.a = c.b | c.kind
  ] AS contacts,
  EXISTS { (r)-[:REFERRED_BY]->(n) } AS mutual
RETURN r.id + ' ' + n.id AS key,
       [r, n] + values + papers AS nodes,
       ties + uses + handings AS relations,
       counted,
       {
         from: r.id,
         brought: n.id,
         mutual: mutual,
         brought_in: brought_in,
         opened: n.created_at,
         days_apart: CASE
           WHEN r.created_at IS NULL OR n.created_at IS NULL THEN null
           ELSE round((datetime(n.created_at).epochSeconds - datetime(r.created_at).epochSeconds) / 86400.0, 2)
         END,
         traits: traits,
         papers: own_papers,
         contacts: contacts,
         clients: clients,
         declared: declared,
         usual_brought_in: $usual_brought_in
       } AS facts
