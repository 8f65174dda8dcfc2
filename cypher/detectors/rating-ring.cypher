// Finds: clients who rate several developers highly within days, or rate a developer who is paid through
//        the client's own payment account; and which identity papers such a circle shares.
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
CALL (ratings) {
  UNWIND ratings AS r
  WITH DISTINCT endNode(r) AS d
  OPTIONAL MATCH (d)-[:DECLARED_WITH]->(group:Account)
  WITH d, group, COUNT { (d)<-[:RATED]-() } AS received
  WITH d, group, received, COUNT { (d)<-[:RATED]-(:Account) } AS total
  RETURN collect(d) AS developers, count(DISTINCT coalesce(group.id, d.id)) AS parties,
         sum(received) AS received
}
CALL (c, developers) {
  UNWIND [c] + developers AS a
  MATCH (a)<-[handed:HANDED_IN_BY]-(doc:Document)
  WHERE coalesce(doc.submitted_at, '') <= $as_of
    AND (doc.used_for IN ['signup', 'verification'] OR doc.kind IN $identity_kinds)
  UNWIND [mark IN ['number ' + doc.number, 'file ' + doc.sha256, 'picture ' + doc.perceptual_hash,
                   'photo ' + doc.photo_hash] WHERE mark IS NOT NULL] AS mark
  WITH mark, collect(DISTINCT doc) AS docs, collect(DISTINCT handed) AS handings,
       count(DISTINCT a) AS owners
  WHERE owners > 1
  WITH mark, docs, handings ORDER BY mark
  RETURN collect(mark) AS marks,
         reduce(all = [], d IN collect(docs) | all + d) AS papers,
         reduce(all = [], h IN collect(handings) | all + h) AS handings
}
RETURN c.id AS key,
       [c] + developers + purses + papers AS nodes,
       ratings + purse_uses + handings AS relations,
       {
         client: c.id,
         developers: size(developers),
         unrelated: parties,
         ratings: size(ratings),
         in_burst: size(burst),
         rated_overall: size(rated),
         received_overall: received,
         self_paid: [d IN self_paid | d.id],
         shared_papers: marks
       } AS facts
