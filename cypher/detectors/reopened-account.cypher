// Finds: accounts opened after another was closed or suspended, which share a machine, purse, paper, contact or
//        address with it.
// Why:   a closed account comes back, above all under another name (H1).
// Cost:  the pairs that reopened-account.sql counted, and the relations shown of each, by key.
// Limits: a suspended account without a time is taken to have ended with its last login, and only when no
//         earlier time is asked for; values with more than $hub_accounts holders are left out.
UNWIND $rows AS p
MATCH (c:Account {id: p.closed}), (n:Account {id: p.later})
WHERE n.created_at >= toString(datetime(p.ended) - duration({days: toInteger($days_before)}))
// What is shown, each by its key.
OPTIONAL CALL (p) {
  WITH p WHERE p.part = 'LOGGED_IN_FROM' MATCH ()-[r:LOGGED_IN_FROM {key: p.one}]->() RETURN r
UNION ALL
  WITH p WHERE p.part = 'LOGGED_IN_ON' MATCH ()-[r:LOGGED_IN_ON {key: p.one}]->() RETURN r
UNION ALL
  WITH p WHERE p.part = 'PAID_THROUGH' MATCH ()-[r:PAID_THROUGH {key: p.one}]->() RETURN r
UNION ALL
  WITH p WHERE p.part = 'HANDED_IN_BY' MATCH ()-[r:HANDED_IN_BY {key: p.one}]->() RETURN r
}
WITH c, n, p, r AS relation
ORDER BY c.id, n.id, p.nth
WITH c, n, p.ended AS ended, p.first_login AS first_login, collect(relation) AS relations,
     collect(CASE p.part WHEN 'trait' THEN
       {kind: CASE p.one WHEN 'words' THEN 'text' ELSE p.one END, holders: p.many, known: p.known} END) AS traits,
     collect(CASE p.part WHEN 'counted' THEN {of: p.one, rows: p.many, first: p.first, last: p.last} END) AS counted
OPTIONAL MATCH (c)-[c_then:STATED_THEN]->(c)
OPTIONAL MATCH (n)-[n_then:STATED_THEN]->(n)
WITH *, coalesce(c_then, c) AS stated, coalesce(n_then, n) AS n_stated
RETURN c.id + ' ' + n.id AS key,
       [c, n] + [r IN relations | startNode(r)] + [r IN relations | endNode(r)] AS nodes,
       relations,
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
         traits: traits,
         same_person: coalesce(toLower(stated.legal_name) = toLower(n_stated.legal_name)
           AND stated.birth_date = n_stated.birth_date, false),
         same_address: coalesce(toLower(stated.address) = toLower(n_stated.address), false),
         same_website: coalesce(toLower(stated.website) = toLower(n_stated.website), false),
         declared: EXISTS { (c)-[:DECLARED_WITH]->{0,1}(:Account)<-[:DECLARED_WITH]-{0,1}(n) },
         first_login: first_login
       } AS facts
