// Finds: accounts whose name, birth date, nationality, country, employer or education disagree between what they say,
//        their papers, their profiles elsewhere, the holder of what they are paid through, and where they log in from.
// Why:   details that should be consistent across profiles, payment platforms and what is observed (H3, H12).
// Cost:  one pass a topic over the papers, profiles and payment accounts, and one over the sessions.
// Limits: only contradictions count, never which country or script; hours are told by another detector; scripts that
//         no rule can compare say nothing. Countries that an account has since corrected count as they stand.
CALL () {
  MATCH (a:Account)-[r:NAME_DISAGREES]->(o:Document)
  WHERE coalesce(o._at, '') <= $as_of
  WITH a, o, r ORDER BY a.id, o.id
  WITH a, collect(o)[..3] AS others, collect(r)[..3] AS relations, collect(r) AS told, null AS seen, max(r.score) AS score, head(collect(r.reason)) AS says
  RETURN a, 'name_papers' AS topic, others, relations, told, seen, score, says
UNION ALL
  MATCH (a:Account)-[r:NAME_DISAGREES]->(o:Profile)
  WHERE coalesce(o._at, '') <= $as_of
  WITH a, o, r ORDER BY a.id, o.id
  WITH a, collect(o)[..3] AS others, collect(r)[..3] AS relations, collect(r) AS told, null AS seen, max(r.score) AS score, head(collect(r.reason)) AS says
  RETURN a, 'name_profile' AS topic, others, relations, told, seen, score, says
UNION ALL
  MATCH (a:Account)-[r:NAME_DISAGREES]->(o:PaymentAccount)
  WITH a, o, r, COLLECT {
    MATCH (a)-[u:PAID_THROUGH]->(o) WHERE coalesce(u._at, '') <= $as_of RETURN u ORDER BY u.key LIMIT 1
  } AS paid ORDER BY a.id, o.id
  WITH a, collect(o)[..3] AS others, collect(r)[..3] + reduce(all = [], u IN collect(paid)[..3] | all + u) AS relations, collect(r) AS told, null AS seen, max(r.score) AS score, head(collect(r.reason)) AS says
  RETURN a, 'name_payout' AS topic, others, relations, told, seen, score, says
UNION ALL
  MATCH (a:Account)
  OPTIONAL MATCH (a)-[then:STATED_THEN]->(a)
  WITH a, coalesce(then, a) AS stated
  MATCH (a)<-[r:HANDED_IN_BY]-(o:Document)
  WHERE stated.birth_date <> o.birth_date AND coalesce(o._at, '') <= $as_of
  WITH a, stated, o, r ORDER BY a.id, o.id
  WITH a, collect(o)[..3] AS others, collect(r)[..3] AS relations, collect(r) AS told, null AS seen, max(1.0) AS score, head(collect(stated.birth_date + ' / ' + o.birth_date)) AS says
  RETURN a, 'birth_date' AS topic, others, relations, told, seen, score, says
UNION ALL
  MATCH (a:Account)
  OPTIONAL MATCH (a)-[then:STATED_THEN]->(a)
  WITH a, coalesce(then, a) AS stated
  MATCH (a)<-[r:PROFILE_OF]-(o:Profile)
  WHERE stated.nationality <> o.nationality AND coalesce(o._at, '') <= $as_of
  WITH a, stated, o, r ORDER BY a.id, o.id
  WITH a, collect(o)[..3] AS others, collect(r)[..3] AS relations, collect(r) AS told, null AS seen, max(1.0) AS score, head(collect(stated.nationality + ' / ' + o.nationality)) AS says
  RETURN a, 'nationality' AS topic, others, relations, told, seen, score, says
UNION ALL
  MATCH (a:Account)
  OPTIONAL MATCH (a)-[then:STATED_THEN]->(a)
  WITH a, coalesce(then, a) AS stated
  MATCH (a)<-[r:HANDED_IN_BY]-(o:Document)
  WHERE o.kind IN ['passport', 'national_id'] AND stated.nationality <> o.issuing_country AND coalesce(o._at, '') <= $as_of
  WITH a, stated, o, r ORDER BY a.id, o.id
  WITH a, collect(o)[..3] AS others, collect(r)[..3] AS relations, collect(r) AS told, null AS seen, max(1.0) AS score, head(collect(stated.nationality + ' / ' + o.issuing_country)) AS says
  RETURN a, 'issuer' AS topic, others, relations, told, seen, score, says
UNION ALL
  MATCH (a:Account)
  OPTIONAL MATCH (a)-[then:STATED_THEN]->(a)
  WITH a, coalesce(then, a) AS stated
  MATCH (a)<-[r:PROFILE_OF]-(o:Profile)
  WHERE stated.country <> o.country AND coalesce(o._at, '') <= $as_of
  WITH a, stated, o, r ORDER BY a.id, o.id
  WITH a, collect(o)[..3] AS others, collect(r)[..3] AS relations, collect(r) AS told, null AS seen, max(1.0) AS score, head(collect(stated.country + ' / ' + o.country)) AS says
  RETURN a, 'country' AS topic, others, relations, told, seen, score, says
UNION ALL
  MATCH (a:Account)
  OPTIONAL MATCH (a)-[then:STATED_THEN]->(a)
  WITH a, coalesce(then, a) AS stated
  MATCH (a)-[r:PAID_THROUGH]->(o:PaymentAccount)
  WHERE r.purpose = 'payout' AND stated.country <> o.country AND coalesce(r._at, '') <= $as_of
  WITH a, stated, o, r ORDER BY a.id, o.id
  WITH a, collect(o)[..3] AS others, collect(r)[..3] AS relations, collect(r) AS told, null AS seen, max(1.0) AS score, head(collect(stated.country + ' / ' + o.country)) AS says
  RETURN a, 'payout_country' AS topic, others, relations, told, seen, score, says
UNION ALL
  MATCH (a:Account)-[r:CLAIM_DISAGREES]->(o:Profile)
  WHERE coalesce(o._at, '') <= $as_of
  WITH a, o, r ORDER BY a.id, o.id
  WITH a, collect(o)[..3] AS others, collect(r)[..3] AS relations, collect(r) AS told, null AS seen, max(r.score) AS score, head(collect(r.reason)) AS says
  RETURN a, 'work_history' AS topic, others, relations, told, seen, score, says
UNION ALL
  MATCH (a:Account)
  OPTIONAL MATCH (a)-[then:STATED_THEN]->(a)
  WITH a, coalesce(then, a) AS stated
  MATCH (a)-[r:LOGGED_IN_FROM]->(o:Ip)
  WHERE stated.country IS NOT NULL AND o.country IS NOT NULL AND coalesce(r._at, '') <= $as_of
    AND coalesce(o._at, '') <= $as_of
    AND NOT coalesce(o.kind, '') IN ['hosting', 'vpn', 'tor']
  WITH a, stated, count(r) AS sessions, count(CASE WHEN o.country = stated.country THEN 1 END) AS home,
       {of: 'LOGGED_IN_FROM', rows: count(r), first: min(r.started_at),
        last: max(CASE WHEN r.ended_at <= $as_of THEN r.ended_at ELSE r.started_at END)} AS seen
  WHERE sessions >= $least_sessions AND 1.0 * home / sessions < $most_at_home
  CALL (a, stated) {
    MATCH (a)-[r:LOGGED_IN_FROM]->(o:Ip)
    WHERE o.country <> stated.country AND coalesce(r._at, '') <= $as_of AND coalesce(o._at, '') <= $as_of
      AND NOT coalesce(o.kind, '') IN ['hosting', 'vpn', 'tor']
    WITH o, r ORDER BY r._at, r.key LIMIT 3
    RETURN collect(DISTINCT o) AS others, collect(r) AS relations, min(o.country) AS elsewhere
  }
  RETURN a, 'place' AS topic, others, relations, [] AS told, seen, 1.0 - 1.0 * home / sessions AS score, stated.country + ' / ' + elsewhere AS says
}
WITH a, topic, others, relations, told, seen, score, says
WHERE coalesce(a._at, '') <= $as_of AND NOT coalesce(a._stub, false)
// How many say anything of it: those that do not disagree agree, or cannot be compared.
CALL (a, topic) {
  OPTIONAL MATCH (a)<-[:PROFILE_OF]-(p:Profile)
  WHERE coalesce(p._at, '') <= $as_of
    AND CASE topic WHEN 'name_profile' THEN p.name IS NOT NULL WHEN 'nationality' THEN p.nationality IS NOT NULL
        WHEN 'country' THEN p.country IS NOT NULL WHEN 'work_history' THEN coalesce(p.employer, p.education) IS NOT NULL
        ELSE false END
  WITH a, topic, count(p) AS profiles
  OPTIONAL MATCH (a)<-[:HANDED_IN_BY]-(d:Document)
  WHERE coalesce(d._at, '') <= $as_of
    AND CASE topic WHEN 'name_papers' THEN d.name_on_document IS NOT NULL
          AND d.kind IN ['passport', 'national_id', 'driving_licence', 'social_security', 'resident_card', 'diploma', 'visa', 'statement', 'resume']
        WHEN 'birth_date' THEN d.birth_date IS NOT NULL
        WHEN 'issuer' THEN d.issuing_country IS NOT NULL AND d.kind IN ['passport', 'national_id'] ELSE false END
  WITH a, topic, profiles, count(d) AS papers
  OPTIONAL MATCH (a)-[u:PAID_THROUGH]->(m:PaymentAccount)
  WHERE coalesce(u.purpose, 'payout') = 'payout' AND coalesce(u._at, '') <= $as_of
    AND CASE topic WHEN 'payout_country' THEN m.country IS NOT NULL AND u.purpose IS NOT NULL WHEN 'name_payout' THEN m.holder_name IS NOT NULL
        ELSE false END
  WITH profiles, papers, count(DISTINCT m) AS purses
  RETURN profiles + papers + purses AS stating
}
WITH a, topic, others, relations, told, seen, score, says, stating ORDER BY a.id, topic
WITH a, collect({topic: topic, score: score, says: says, usual: coalesce($usual[topic], 0.0),
                 differing: size(told), stating: stating}) AS contradictions,
     reduce(all = [], o IN collect(others) | all + o) AS others, reduce(all = [], r IN collect(relations) | all + r) AS relations,
     reduce(all = [], r IN collect(told) | all + r) AS told, collect(seen) AS seen
CALL (told, relations) {
  UNWIND told + [r IN relations WHERE r:PAID_THROUGH] AS r
  WITH DISTINCT r, CASE WHEN endNode(r):PaymentAccount THEN r._at ELSE coalesce(r._at, endNode(r)._at) END AS at
  WITH type(r) AS of, count(r) AS rows, min(at) AS first, max(at) AS last
  RETURN collect({of: of, rows: rows, first: first, last: last}) AS counted
}
OPTIONAL MATCH (a)-[then:STATED_THEN]->(a)
WITH a, coalesce(then, a) AS stated, contradictions, others, relations, counted + seen AS counted
RETURN a.id AS key,
       [a] + others AS nodes,
       relations,
       counted,
       {account: a.id, name: coalesce(stated.display_name, stated.legal_name, a.id), contradictions: contradictions} AS facts
