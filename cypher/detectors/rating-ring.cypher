// Finds: clients who rate several developers highly within days, or rate a developer who is paid through
//        the client's own payment account; and which of them handed in papers that others handed in too.
// Why:   fake clients lift their own developers' ratings (P5, P7, M8).
// Cost:  per client quadratic in the high ratings it gave; a client with 1,000 of them costs a second.
// Limits: circles that spread their ratings over months; documents that are alike but not the same file,
//         number, picture or photo.
MATCH (c:Account)-[r:RATED]->(d:Account)
WHERE c <> d AND r.rated_at IS NOT NULL AND r.rated_at <= $as_of
  AND r.score - coalesce(r.scale_min, 1) >=
      $high_share * (coalesce(r.scale_max, 5) - coalesce(r.scale_min, 1))
WITH c, collect({rating: r, developer: d, at: datetime(r.rated_at).epochSeconds}) AS given,
     collect(DISTINCT d) AS rated
CALL (given) {
  UNWIND given AS opening
  UNWIND given AS other
  WITH opening, other
  WHERE other.at >= opening.at AND other.at <= opening.at + $window_days * 86400
  WITH opening, collect(other.rating) AS inside, count(DISTINCT other.developer) AS developers
  WHERE developers >= $min_developers
  UNWIND inside AS rating
  RETURN collect(DISTINCT rating) AS burst
}
CALL (c, rated) {
  UNWIND rated AS d
  MATCH (c)-[u:PAID_THROUGH]->(p:PaymentAccount)<-[v:PAID_THROUGH]-(d)
  WHERE coalesce(u._at, '') <= $as_of AND coalesce(v._at, '') <= $as_of
    AND NOT EXISTS { (c)-[:DECLARED_WITH]->{0,1}(:Account)<-[:DECLARED_WITH]-{0,1}(d) }
  WITH c, p, u, v, d ORDER BY p.id, d.id
  RETURN collect(DISTINCT p) AS purses, collect(DISTINCT u) + collect(DISTINCT v) AS purse_uses,
         collect(DISTINCT d) AS self_paid
}
WITH c, given, rated, burst, purses, purse_uses, self_paid
WHERE size(burst) > 0 OR size(self_paid) > 0
WITH c, rated, burst, purses, purse_uses, self_paid,
     [g IN given WHERE g.rating IN burst OR g.developer IN self_paid | g.rating] AS ratings
WITH c, rated, burst, purses, purse_uses, self_paid, ratings,
     [r IN ratings | endNode(r)] AS all_developers
CALL (c, all_developers) {
  UNWIND [c] + all_developers AS a
  WITH DISTINCT a
  MATCH (a)<-[handed:HANDED_IN_BY]-(doc:Document)
  WHERE coalesce(doc.submitted_at, '') <= $as_of
    AND (doc.used_for IN ['signup', 'verification'] OR doc.kind IN $identity_kinds)
  CALL (doc) {
    MATCH (other:Document {number: doc.number}) WHERE other.kind = doc.kind
    RETURN other, 'number ' + doc.number AS mark
  UNION
    MATCH (other:Document {sha256: doc.sha256}) RETURN other, 'file ' + doc.sha256 AS mark
  UNION
    MATCH (other:Document {perceptual_hash: doc.perceptual_hash})
    RETURN other, 'picture ' + doc.perceptual_hash AS mark
  UNION
    MATCH (other:Document {photo_hash: doc.photo_hash})
    RETURN other, 'photo ' + doc.photo_hash AS mark
  }
  WITH a, handed, doc, other, mark
  WHERE coalesce(other.submitted_at, '') <= $as_of
    AND (other.used_for IN ['signup', 'verification'] OR other.kind IN $identity_kinds)
  WITH mark, collect(DISTINCT a) AS owners, collect(DISTINCT handed) AS handings,
       collect(DISTINCT doc) + collect(DISTINCT other) AS docs,
       count(DISTINCT other.account_id) AS bearers, count(DISTINCT other) AS copies
  WHERE bearers > 1 AND copies <= $hub_copies
  RETURN collect(mark) AS marks,
         reduce(all = [], o IN collect(owners) | all + o) AS bearers,
         reduce(all = [], d IN collect(docs) | all + d) AS papers,
         reduce(all = [], h IN collect(handings) | all + h) AS handings
}
// Where some are tied to the circle by purse or papers, those who are not were rated beside them.
WITH c, rated, burst, purses, purse_uses, self_paid, marks, papers, handings, bearers, ratings,
     [d IN all_developers WHERE d IN self_paid OR d IN bearers] AS tied
WITH *, [r IN ratings WHERE size(tied) = 0 OR endNode(r) IN tied] AS kept,
     [r IN ratings WHERE size(tied) > 0 AND NOT endNode(r) IN tied | endNode(r).id] AS beside
CALL (kept) {
  UNWIND kept AS r
  WITH DISTINCT endNode(r) AS d
  OPTIONAL MATCH (d)-[:DECLARED_WITH]->(group:Account)
  WITH d, group, COUNT { (d)<-[:RATED]-(:Account) } AS received
  RETURN collect(d) AS developers, count(DISTINCT coalesce(group.id, d.id)) AS parties,
         sum(received) AS received
}
RETURN c.id AS key,
       [c] + developers + purses + papers AS nodes,
       kept + purse_uses + handings AS relations,
       {
         client: c.id,
         developers: size(developers),
         unrelated: parties,
         ratings: size(kept),
         in_burst: size([r IN burst WHERE r IN kept]),
         rated_overall: size(rated),
         received_overall: received,
         self_paid: [d IN self_paid | d.id],
         repeated_papers: marks,
         with_repeated_papers: size([a IN [c] + developers WHERE a IN bearers]),
         rated_beside: beside
       } AS facts
