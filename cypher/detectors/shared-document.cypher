// Finds: identity papers that several accounts handed in: one number, file, picture, photo or holder.
// Why:   one worker uses several identities, and a team passes papers around (M6, C4, C5).
// Cost:  one pass over SAME_PAPER, which points to the earliest paper of each group.
// Limits: values on papers of more than 15 accounts are placeholders and left out; a photo that was cut, or
//         mirrored, is not the same; of a large group the $most_shown surest papers are shown.
MATCH (d:Document)-[s:SAME_PAPER]->(first:Document)
WHERE coalesce(d.submitted_at, '') <= $as_of AND coalesce(first.submitted_at, '') <= $as_of
WITH first, d, s ORDER BY s.score DESC, d.id
WITH first, collect({d: d, s: s}) AS copies
MATCH (first)-[hf:HANDED_IN_BY]->(a:Account)
CALL (copies, a) {
  UNWIND copies AS copy
  WITH copy.d AS d, copy.s AS s
  MATCH (d)-[h:HANDED_IN_BY]->(b:Account)
  OPTIONAL MATCH (a)-[:DECLARED_WITH]->(of_a:Account)
  OPTIONAL MATCH (b)-[:DECLARED_WITH]->(of_b:Account)
  WITH d, s, h, b, coalesce(of_b.id, b.id) AS party_b,
       s.score * CASE WHEN coalesce(of_a.id, a.id) = coalesce(of_b.id, b.id) THEN $declared_share ELSE 1.0 END AS score
  ORDER BY score DESC, d.id
  RETURN collect({d: d, s: s, h: h, account: b, party: party_b, score: score}) AS others,
         collect(DISTINCT b) AS bearers
}
WITH first, hf, a, others, [a] + [b IN bearers WHERE b <> a] AS accounts, [first] + [o IN others | o.d] AS papers
CALL (accounts) {
  UNWIND accounts AS x
  OPTIONAL MATCH (x)-[:DECLARED_WITH]->(of:Account)
  RETURN count(DISTINCT coalesce(of.id, x.id)) AS parties
}
CALL (papers) {
  UNWIND papers AS p
  MATCH (p)-[:HANDED_IN_BY]->(x:Account)
  OPTIONAL MATCH (x)-[then:STATED_THEN]->(x)
  WITH p, x, coalesce(then, x) AS stated
  WITH x, toLower(trim(p.name_on_document)) AS name,
       [n IN [stated.legal_name, stated.display_name] WHERE n IS NOT NULL | toLower(trim(n))] AS own
  RETURN count(DISTINCT name) AS names,
         count(DISTINCT CASE WHEN name IN own THEN x.id END) AS in_own_name
}
CALL (papers) {
  UNWIND papers AS p
  RETURN min(p.submitted_at) AS first_handed, max(p.submitted_at) AS last_handed
}
CALL (papers) {
  UNWIND papers AS p
  MATCH (known:KnownShared)-[covers:COVERS]->(p)
  RETURN collect(DISTINCT known) AS knowns, collect(covers) AS covered
}
WITH *, others[0].score AS best, others[..toInteger($most_shown)] AS shown
RETURN first.id AS key,
       [first] + accounts + knowns + [o IN shown | o.d] + [c IN covered | endNode(c)] AS nodes,
       [hf] + covered + reduce(all = [], o IN shown | all + [o.s, o.h]) AS relations,
       [{of: 'HANDED_IN_BY', rows: size(papers), first: first_handed, last: last_handed},
        {of: 'SAME_PAPER', rows: size(others), first: null, last: null}] AS counted,
       [o IN others | {a: a.id, b: o.account.id, share: o.score / best}]
         + reduce(all = [], k IN range(1, size(shown) - 1) | all +
             [o IN shown[..k] WHERE o.account <> shown[k].account |
               {a: o.account.id, b: shown[k].account.id,
                share: CASE WHEN o.party = shown[k].party THEN $declared_share
                            WHEN o.s.score * shown[k].s.score >= best THEN 1.0
                            ELSE o.s.score * shown[k].s.score / best END}]) AS ties,
       {
         paper: first.id,
         kind: coalesce(first.kind, 'paper'),
         accounts: size(accounts),
         unrelated: parties,
         papers: size(papers),
         in_common: reduce(all = [], r IN [o IN others | o.s.reason] | CASE WHEN r IN all THEN all ELSE all + r END),
         strongest_pair: best,
         names: names,
         in_own_name: in_own_name,
         known_shared: [k IN knowns | k.reason]
       } AS facts
