// Finds: accounts of which one brought in or recommended the other, and what else the two share: machines,
//        addresses, purses, papers, contacts, clients, and how many the one brought in.
// Why:   once hired, they recommend others of their own, and take over each other's clients (C6, C15).
// Cost:  the pairs that referral-chain.sql counted, and the relations shown of each, by key.
// Limits: values with more than $hub_accounts accounts behind them are left out; texts that are alike and not
//         the same are another detector's.
UNWIND $rows AS p
MATCH (r:Account {id: p.giver}), (n:Account {id: p.newcomer})
// What is shown, each by its key.
OPTIONAL CALL (p) {
  WITH p WHERE p.part = 'REFERRED_BY' MATCH ()-[relation:REFERRED_BY {key: p.one}]->() RETURN relation
UNION ALL
  WITH p WHERE p.part = 'LINKED_TO' MATCH ()-[relation:LINKED_TO {key: p.one}]->() RETURN relation
UNION ALL
  WITH p WHERE p.part = 'LOGGED_IN_FROM' MATCH ()-[relation:LOGGED_IN_FROM {key: p.one}]->() RETURN relation
UNION ALL
  WITH p WHERE p.part = 'LOGGED_IN_ON' MATCH ()-[relation:LOGGED_IN_ON {key: p.one}]->() RETURN relation
UNION ALL
  WITH p WHERE p.part = 'PAID_THROUGH' MATCH ()-[relation:PAID_THROUGH {key: p.one}]->() RETURN relation
UNION ALL
  WITH p WHERE p.part = 'HANDED_IN_BY' MATCH ()-[relation:HANDED_IN_BY {key: p.one}]->() RETURN relation
}
WITH r, n, p, relation
ORDER BY r.id, n.id, p.kind, p.one
WITH r, n, p.brought_in AS brought_in, p.own_papers AS own_papers, collect(relation) AS relations,
     collect(CASE p.part WHEN 'counted' THEN {of: p.one, rows: p.many, first: p.first, last: p.last} END) AS counted,
     collect(CASE p.part WHEN 'trait' THEN {kind: p.kind, id: p.one, holders: p.many, known: p.known} END) AS traits,
     collect(CASE p.part WHEN 'client' THEN {client: p.one, hired: p.many} END) AS clients
OPTIONAL MATCH (r)-[r_then:STATED_THEN]->(r)
OPTIONAL MATCH (n)-[n_then:STATED_THEN]->(n)
WITH *, coalesce(r_then, r) AS r_stated, coalesce(n_then, n) AS n_stated
RETURN r.id + ' ' + n.id AS key,
       [r, n] + [x IN relations | startNode(x)] + [x IN relations | endNode(x)] AS nodes,
       relations,
       counted,
       {
         from: r.id,
         brought: n.id,
         mutual: EXISTS { (r)-[:REFERRED_BY]->(n) },
         brought_in: brought_in,
         opened: n.created_at,
         days_apart: CASE
           WHEN r.created_at IS NULL OR n.created_at IS NULL THEN null
           ELSE round((datetime(n.created_at).epochSeconds - datetime(r.created_at).epochSeconds) / 86400.0, 2)
         END,
         traits: traits,
         papers: own_papers,
         contacts: [
           c IN [
             {kind: 'phone', a: r_stated.phone, b: n_stated.phone},
             {kind: 'email', a: toLower(r_stated.email), b: toLower(n_stated.email)},
             {kind: 'website', a: toLower(r_stated.website), b: toLower(n_stated.website)},
             {kind: 'address', a: toLower(r_stated.address), b: toLower(n_stated.address)}
           ] WHERE c.a = c.b | c.kind
         ],
         clients: clients,
         declared: EXISTS { (r)-[:DECLARED_WITH]->{0,1}(:Account)<-[:DECLARED_WITH]-{0,1}(n) },
         usual_brought_in: $usual_brought_in
       } AS facts
