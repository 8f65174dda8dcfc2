// Finds: circles of accounts whose bids, messages, résumés and profiles have rare wording in common, and single
//        pairs across circles; with how many accounts use it, and in how many documents until when it stands.
// Why:   a team writes from one set of texts; whoever rewrites the opening keeps a sentence (P6, M7).
// Cost:  the pairs that shared-template.sql counted, and the most telling texts of each circle.
// Limits: the documents of an account are counted by the pair that has most of them in common;
//         wording that more than 60 accounts, or a third of a small platform, use; texts that were translated
//         or written anew; at most $most_shown texts in common are shown, the most telling first.
UNWIND $rows AS row
WITH row.circle AS circle, collect(row) AS rows
WITH circle, rows[0] AS counts, [r IN rows WHERE r.relation = 'WRITES_LIKE'] AS likes,
     [r IN rows WHERE r.relation = 'SAME_TEXT'] AS telling
CALL (likes) {
  UNWIND likes AS like
  MATCH (:Account {id: like.a})-[w:WRITES_LIKE]->(:Account {id: like.b})
  WITH w, like.score AS score ORDER BY score DESC, like.a, like.b
  RETURN collect(w) AS alike, avg(score) AS mean, sum(w.texts) AS in_common, max(w.texts) AS most_texts,
         min(w.fewest_users) AS fewest_users, max(w.most_users) AS most_users, min(w.first) AS first, max(w.last) AS last
}
// An account's documents that have some of the wording: as many as in the pair that has most in common.
CALL (alike) {
  UNWIND alike AS w
  UNWIND [{writer: startNode(w), documents: w.of_a}, {writer: endNode(w), documents: w.of_b}] AS use
  WITH use.writer AS writer, max(use.documents) AS most
  RETURN sum(most) AS standing
}
CALL (telling) {
  UNWIND telling AS t
  MATCH (a:Account)<-[ha:HANDED_IN_BY]-(d:Document {id: t.a})-[s:SAME_TEXT]->(e:Document {id: t.b})-[hb:HANDED_IN_BY]->(b:Account)
  WITH t, a, ha, d, s, e, hb, b ORDER BY t.score DESC, t.a, t.b
  RETURN collect({from: a.id, to: b.id, weight: s.score, says: s.reason})[..3] AS most_telling,
         reduce(all = [], x IN collect([d, e]) | all + x) AS writings, reduce(all = [], x IN collect([ha, s, hb]) | all + x) AS ties
}
// Documents that pairs share with one another may be more than any one pair has.
WITH *, CASE WHEN counts.documents > standing THEN counts.documents ELSE standing END AS at_least,
     COLLECT { MATCH (m:Account) WHERE m.id IN counts.members RETURN m } AS members,
     COLLECT { MATCH (:KnownShared)-[covers:COVERS]->(d:Document) WHERE d.id IN counts.covered RETURN covers } AS covered
CALL (covered) {
  UNWIND covered AS c
  RETURN collect(DISTINCT startNode(c)) AS knowns
}
RETURN circle AS key,
       members + writings + knowns + [c IN covered | endNode(c)] AS nodes,
       alike[..toInteger($most_shown)] + covered + ties AS relations,
       [{of: 'HANDED_IN_BY', rows: at_least, first: first, last: last},
        {of: 'SAME_TEXT', rows: coalesce(counts.texts, 0), first: null, last: null},
        {of: 'WRITES_LIKE', rows: size(likes), first: null, last: null}] AS counted,
       [l IN likes | {a: l.a, b: l.b, share: l.score / likes[0].score}] AS ties,
       {
         accounts: size(members), unrelated: counts.unrelated,
         pairs: size(likes), strongest_pair: likes[0].score, mean_of_pairs: mean,
         texts_in_common: in_common, most_texts_of_a_pair: coalesce(most_texts, 0),
         fewest_users: coalesce(fewest_users, 0), most_users: coalesce(most_users, 0),
         rare: coalesce(fewest_users, 0) <= CASE WHEN 2 * size(members) > $rare_accounts THEN 2 * size(members) ELSE $rare_accounts END,
         documents: at_least, kinds: coalesce(counts.kinds, []),
         over_days: coalesce(duration.inDays(datetime(first), datetime(last)).days, 0),
         most_telling: most_telling,
         known_shared: [k IN knowns | k.reason]
       } AS facts
