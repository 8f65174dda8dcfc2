// Finds: accounts opened after another was closed or suspended, which share a machine, purse, paper, contact or
//        address with it.
// Why:   a closed account comes back, above all under another name (H1).
// Cost:  per closed account the few other holders of its machines, addresses, purses, papers and contacts.
// Limits: a suspended account without a time is taken to have ended with its last login, and only when no
//         earlier time is asked for; values with more than $hub_accounts holders are left out.
MATCH (c:Account)
OPTIONAL MATCH (c)-[then:STATED_THEN]->(c)
WITH c, coalesce(then, c) AS stated
WHERE stated.status IN ['closed', 'suspended'] OR stated.closed_at IS NOT NULL
CALL (c) {
  OPTIONAL MATCH (c)<-[:CHANGE_OF]-(change:AccountChange)
  WHERE change.field = 'status' AND change.new_value IN ['closed', 'suspended']
  RETURN min(change.changed_at) AS changed_at
}
CALL (c) {
  OPTIONAL MATCH (c)-[l:LOGGED_IN_FROM]->(:Ip) WHERE l.started_at <= $as_of
  RETURN max(l.started_at) AS last_login
}
WITH c, stated, coalesce(stated.closed_at, changed_at, CASE WHEN $as_of >= '9999' THEN last_login END) AS ended
WHERE ended <= $as_of AND coalesce(c.created_at, '') <= $as_of
WITH c, stated, ended, toString(datetime(ended) - duration({days: toInteger($days_before)})) AS since
CALL (c, stated, since) {
  MATCH (c)-[x:LOGGED_IN_ON]->(v:Device) WHERE x.started_at <= $as_of
  WITH v, since, x ORDER BY x._at, x.key
  WITH v, since, collect(x) AS xs
  CALL (v) {
    MATCH (v)<-[u:LOGGED_IN_ON]-(h:Account) WHERE u.started_at <= $as_of
    WITH DISTINCT h LIMIT toInteger($hub_accounts) + 1
    RETURN count(h) AS holders
  }
  WITH v, xs, since, holders WHERE holders <= $hub_accounts
  MATCH (n:Account)-[y:LOGGED_IN_ON]->(v) WHERE n.created_at >= since AND y.started_at <= $as_of
  WITH n, v, xs, y, holders ORDER BY y._at, y.key
  RETURN n, v AS mine, v AS theirs, xs[0] AS x, collect(y)[0] AS y, 'device' AS kind, holders
UNION ALL
  WITH c, since
  MATCH (c)-[x:LOGGED_IN_FROM]->(v:Ip) WHERE x.started_at <= $as_of
  WITH v, since, x ORDER BY x._at, x.key
  WITH v, since, collect(x) AS xs
  CALL (v) {
    MATCH (v)<-[u:LOGGED_IN_FROM]-(h:Account) WHERE u.started_at <= $as_of
    WITH DISTINCT h LIMIT toInteger($hub_accounts) + 1
    RETURN count(h) AS holders
  }
  WITH v, xs, since, holders WHERE holders <= $hub_accounts
  MATCH (n:Account)-[y:LOGGED_IN_FROM]->(v) WHERE n.created_at >= since AND y.started_at <= $as_of
  WITH n, v, xs, y, holders ORDER BY y._at, y.key
  RETURN n, v AS mine, v AS theirs, xs[0] AS x, collect(y)[0] AS y, 'ip' AS kind, holders
UNION ALL
  WITH c, since
  MATCH (c)-[x:PAID_THROUGH]->(v:PaymentAccount) WHERE coalesce(x._at, startNode(x)._at, '') <= $as_of
  WITH v, since, x ORDER BY x._at, x.key
  WITH v, since, collect(x) AS xs
  CALL (v) {
    MATCH (v)<-[u:PAID_THROUGH]-(h:Account) WHERE coalesce(u._at, startNode(u)._at, '') <= $as_of
    WITH DISTINCT h LIMIT toInteger($hub_accounts) + 1
    RETURN count(h) AS holders
  }
  WITH v, xs, since, holders WHERE holders <= $hub_accounts
  MATCH (n:Account)-[y:PAID_THROUGH]->(v) WHERE n.created_at >= since AND coalesce(y._at, startNode(y)._at, '') <= $as_of
  WITH n, v, xs, y, holders ORDER BY y._at, y.key
  RETURN n, v AS mine, v AS theirs, xs[0] AS x, collect(y)[0] AS y, 'payout' AS kind, holders
UNION ALL
  WITH c, since
  MATCH (c)<-[x:HANDED_IN_BY]-(doc:Document)
  WHERE coalesce(doc.submitted_at, '') <= $as_of
  CALL (doc) {
    MATCH (other:Document {number: doc.number}) WHERE other.kind = doc.kind
    RETURN other, 'number' AS mark LIMIT 50
  UNION ALL
    MATCH (other:Document {photo_hash: doc.photo_hash}) RETURN other, 'photo' AS mark LIMIT 50
  UNION ALL
    MATCH (other:Document {sha256: doc.sha256})
    RETURN other, CASE WHEN doc.number IS NULL AND doc.photo_hash IS NULL THEN 'text' ELSE 'file' END AS mark LIMIT 50
  }
  WITH doc, x, since, mark, other WHERE coalesce(other.submitted_at, '') <= $as_of
  WITH doc, x, since, mark, collect(other) AS others, count(DISTINCT other.account_id) AS holders
  WHERE holders > 1 AND holders <= $hub_accounts
  UNWIND others AS other
  MATCH (n:Account)<-[y:HANDED_IN_BY]-(other)
  WHERE n.created_at >= since AND coalesce(other.submitted_at, '') <= $as_of
  RETURN n, doc AS mine, other AS theirs, x, y, mark AS kind, holders
UNION ALL
  WITH stated, since
  CALL (stated) {
    MATCH (n:Account {phone: stated.phone}) WHERE NOT EXISTS { (n)-[:STATED_THEN]->(n) } RETURN n
  UNION ALL
    MATCH (n:Account)-[then:STATED_THEN]->(n) WHERE then.phone = stated.phone RETURN n
  }
  WITH since, n WHERE coalesce(n.created_at, '') <= $as_of
  WITH since, collect(n) AS alike WHERE size(alike) <= $hub_accounts
  UNWIND alike AS n
  WITH n, alike WHERE n.created_at >= since
  RETURN n, null AS mine, null AS theirs, null AS x, null AS y, 'phone' AS kind, size(alike) AS holders
UNION ALL
  WITH stated, since
  CALL (stated) {
    MATCH (n:Account {email: stated.email}) WHERE NOT EXISTS { (n)-[:STATED_THEN]->(n) } RETURN n
  UNION ALL
    MATCH (n:Account)-[then:STATED_THEN]->(n) WHERE then.email = stated.email RETURN n
  }
  WITH since, n WHERE coalesce(n.created_at, '') <= $as_of
  WITH since, collect(n) AS alike WHERE size(alike) <= $hub_accounts
  UNWIND alike AS n
  WITH n, alike WHERE n.created_at >= since
  RETURN n, null AS mine, null AS theirs, null AS x, null AS y, 'email' AS kind, size(alike) AS holders
}
WITH c, stated, ended, n, mine, theirs, x, y, kind, holders
WHERE n <> c AND n.created_at <= $as_of
WITH c, stated, ended, n, mine, theirs, x, y, kind, holders,
     mine IS NOT NULL AND EXISTS { (:KnownShared)-[:COVERS]->(mine) } AS known
ORDER BY c.id, n.id, kind, mine.id, theirs.id
WITH c, stated, ended, n,
     collect({kind: kind, holders: holders, known: known}) AS traits,
     collect(DISTINCT mine)[..20] AS mines, collect(DISTINCT theirs)[..20] AS theirs,
     collect(DISTINCT x) AS xs, collect(DISTINCT y) AS ys
CALL (c, n) {
  OPTIONAL MATCH p = (c)-[:DECLARED_WITH]->{0,1}(:Account)<-[:DECLARED_WITH]-{0,1}(n)
  RETURN count(p) > 0 AS declared
}
CALL (n) {
  OPTIONAL MATCH (n)-[l:LOGGED_IN_FROM]->(:Ip) WHERE l.started_at <= $as_of
  RETURN min(l.started_at) AS first_login
}
CALL (xs, ys) {
  UNWIND xs + ys AS u
  WITH DISTINCT u, coalesce(u._at, startNode(u)._at) AS at
  WITH type(u) AS of, count(u) AS rows, min(at) AS first, max(at) AS last
  ORDER BY of
  RETURN collect({of: of, rows: rows, first: first, last: last}) AS counted
}
OPTIONAL MATCH (n)-[n_then:STATED_THEN]->(n)
WITH *, coalesce(n_then, n) AS n_stated
WITH *, mines + theirs AS things,
     toLower(stated.legal_name) = toLower(n_stated.legal_name) AND stated.birth_date = n_stated.birth_date AS same_person
RETURN c.id + ' ' + n.id AS key,
       [c, n] + things AS nodes,
       [u IN xs + ys WHERE (startNode(u) IN things OR endNode(u) IN things)] AS relations,
       counted + [{of: 'Account', rows: 2,
         first: CASE WHEN n.created_at < ended THEN n.created_at ELSE ended END,
         last: CASE WHEN n.created_at < ended THEN ended ELSE n.created_at END}] AS counted,
       {
         closed: c.id,
         reopened: n.id,
         status: coalesce(stated.status, 'closed'),
         reason: coalesce(stated.closed_reason, ''),
         ended: ended,
         time_known: stated.closed_at IS NOT NULL,
         days_between: round((datetime(n.created_at).epochSeconds - datetime(ended).epochSeconds) / 86400.0, 2),
         traits: traits[..100],
         same_person: coalesce(same_person, false),
         same_address: coalesce(toLower(stated.address) = toLower(n_stated.address), false),
         same_website: coalesce(toLower(stated.website) = toLower(n_stated.website), false),
         declared: declared,
         first_login: first_login
       } AS facts
