// Finds: accounts whose name, birth date, nationality, country, employer or education disagree between what they say,
//        their papers, their profiles elsewhere, the holder of what they are paid through, and where they log in from.
// Why:   details that should be consistent across profiles, payment platforms and what is observed (H3, H12).
// Cost:  the contradictions that identity-mismatch.sql counted, and the few relations shown of each, by key.
// Limits: only contradictions count, never which country or script; hours are told by another detector; scripts that
//         no rule can compare say nothing. Countries that an account has since corrected count as they stand.
UNWIND $rows AS p
MATCH (a:Account {id: p.who}) WHERE NOT coalesce(a._stub, false)
// What is shown, each by its key.
OPTIONAL CALL (p) {
  WITH p WHERE p.part = 'NAME_DISAGREES' MATCH ()-[r:NAME_DISAGREES {key: p.one}]->() RETURN r
UNION ALL
  WITH p WHERE p.part = 'CLAIM_DISAGREES' MATCH ()-[r:CLAIM_DISAGREES {key: p.one}]->() RETURN r
UNION ALL
  WITH p WHERE p.part = 'HANDED_IN_BY' MATCH ()-[r:HANDED_IN_BY {key: p.one}]->() RETURN r
UNION ALL
  WITH p WHERE p.part = 'PROFILE_OF' MATCH ()-[r:PROFILE_OF {key: p.one}]->() RETURN r
UNION ALL
  WITH p WHERE p.part = 'PAID_THROUGH' MATCH ()-[r:PAID_THROUGH {key: p.one}]->() RETURN r
UNION ALL
  WITH p WHERE p.part = 'LOGGED_IN_FROM' MATCH ()-[r:LOGGED_IN_FROM {key: p.one}]->() RETURN r
}
WITH a, p, r AS relation
ORDER BY a.id, p.part, p.one
WITH a, collect(relation) AS relations,
     collect(CASE p.part WHEN 'counted' THEN {of: p.one, rows: p.many, first: p.says, last: p.last} END) AS counted,
     collect(CASE p.part WHEN 'topic' THEN {topic: p.one, score: p.score, says: p.says,
       usual: coalesce($usual[p.one], 0.0), differing: p.many, stating: p.stating} END) AS contradictions
OPTIONAL MATCH (a)-[then:STATED_THEN]->(a)
WITH *, coalesce(then, a) AS stated
RETURN a.id AS key,
       [a] + [r IN relations | startNode(r)] + [r IN relations | endNode(r)] AS nodes,
       relations,
       counted,
       {
         account: a.id,
         name: coalesce(stated.display_name, stated.legal_name, a.id),
         contradictions: contradictions
       } AS facts
