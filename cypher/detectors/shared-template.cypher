// Finds: circles of accounts whose bids, messages, résumés and profiles have rare wording in common, and single
//        pairs across circles; with how many accounts use it, and in how many documents until when it stands.
// Why:   a team writes from one set of texts; whoever rewrites the opening keeps a sentence (P6, M7).
// Cost:  one pass over WRITES_LIKE and SAME_TEXT, which exist only between accounts with telling texts in common.
// Limits: the documents of an account are counted by the pair that has most of them in common;
//         wording that more than 60 accounts, or a third of a small platform, use; texts that were translated
//         or written anew; at most $most_shown texts in common are shown, the most telling first.
CALL () {
  MATCH (m:Account)-[:IN_TEXT_CIRCLE]->(first:Account)
  WITH first, m ORDER BY first.id, m.id
  WITH first, collect(m) AS others
  RETURN first.id AS key, [first] + others AS members
UNION
  MATCH (a:Account)-[:WRITES_LIKE]->(b:Account)
  OPTIONAL MATCH (a)-[:IN_TEXT_CIRCLE]->(of_a:Account)
  OPTIONAL MATCH (b)-[:IN_TEXT_CIRCLE]->(of_b:Account)
  WITH a, b, coalesce(of_a.id, a.id) AS circle_a, coalesce(of_b.id, b.id) AS circle_b
  WHERE circle_a <> circle_b
  RETURN a.id + ' ' + b.id AS key, [a, b] AS members
}
CALL (members) {
  UNWIND members AS a
  MATCH (a)-[w:WRITES_LIKE]->(b:Account)
  WHERE b IN members
  OPTIONAL MATCH (a)-[:DECLARED_WITH]->(of_a:Account)
  OPTIONAL MATCH (b)-[:DECLARED_WITH]->(of_b:Account)
  WITH a, b, w,
       w.score * CASE WHEN coalesce(of_a.id, a.id) = coalesce(of_b.id, b.id) THEN $declared_share ELSE 1.0 END AS score
  ORDER BY score DESC, a.id, b.id
  RETURN collect({a: a.id, b: b.id, score: score}) AS likes, collect(w) AS alike, max(score) AS best,
         avg(score) AS mean, sum(w.texts) AS in_common, max(w.texts) AS most_texts,
         min(w.fewest_users) AS fewest_users, max(w.most_users) AS most_users,
         min(w.first) AS first, max(w.last) AS last
}
// An account's documents that have some of the wording: as many as in the pair that has most in common.
CALL (alike) {
  UNWIND alike AS w
  UNWIND [{writer: startNode(w).id, documents: w.of_a}, {writer: endNode(w).id, documents: w.of_b}] AS use
  WITH use.writer AS writer, max(use.documents) AS most
  RETURN sum(most) AS standing
}
CALL (members) {
  UNWIND members AS a
  OPTIONAL MATCH (a)-[:DECLARED_WITH]->(of:Account)
  RETURN count(DISTINCT coalesce(of.id, a.id)) AS parties
}
CALL (members) {
  UNWIND members AS a
  MATCH (a)<-[ha:HANDED_IN_BY]-(d:Document)-[s:SAME_TEXT]->(e:Document)-[hb:HANDED_IN_BY]->(b:Account)
  WHERE b IN members AND coalesce(d.submitted_at, '') <= $as_of AND coalesce(e.submitted_at, '') <= $as_of
  WITH ha, d, s, e, hb, a, b ORDER BY s.score DESC, d.id, e.id
  RETURN collect({ha: ha, d: d, s: s, e: e, hb: hb, a: a.id, b: b.id}) AS texts
}
CALL (texts) {
  UNWIND texts AS t
  UNWIND [t.d, t.e] AS d
  WITH d ORDER BY coalesce(d.kind, 'other')
  RETURN collect(DISTINCT coalesce(d.kind, 'other')) AS kinds, collect(DISTINCT d) AS documents
}
CALL (documents) {
  UNWIND documents AS d
  MATCH (known:KnownShared)-[covers:COVERS]->(d)
  RETURN collect(DISTINCT known) AS knowns, collect(covers) AS covered
}
// Documents that pairs share with one another may be more than any one pair has.
WITH *, CASE WHEN size(documents) > standing THEN size(documents) ELSE standing END AS at_least
WITH *, texts[..toInteger($most_shown)] AS shown, likes[..toInteger($most_shown)] AS shown_likes
RETURN key,
       members + knowns + reduce(all = [], t IN shown | all + [t.d, t.e])
         + [c IN covered | endNode(c)] AS nodes,
       alike[..toInteger($most_shown)] + covered + reduce(all = [], t IN shown | all + [t.ha, t.s, t.hb]) AS relations,
       [{of: 'HANDED_IN_BY', rows: at_least, first: first, last: last},
        {of: 'SAME_TEXT', rows: size(texts), first: null, last: null},
        {of: 'WRITES_LIKE', rows: size(likes), first: null, last: null}] AS counted,
       [l IN likes | {a: l.a, b: l.b, share: l.score / best}] AS ties,
       {
         accounts: size(members),
         unrelated: parties,
         pairs: size(likes),
         strongest_pair: best,
         mean_of_pairs: mean,
         texts_in_common: in_common,
         most_texts_of_a_pair: coalesce(most_texts, 0),
         fewest_users: coalesce(fewest_users, 0),
         most_users: coalesce(most_users, 0),
         rare: coalesce(fewest_users, 0) <= CASE WHEN 2 * size(members) > $rare_accounts THEN 2 * size(members) ELSE $rare_accounts END,
         documents: at_least,
         kinds: kinds,
         over_days: coalesce(duration.inDays(datetime(first), datetime(last)).days, 0),
         most_telling: [t IN texts[..3] | {from: t.a, to: t.b, weight: t.s.score, says: t.s.reason}],
         known_shared: [k IN knowns | k.reason]
       } AS facts
