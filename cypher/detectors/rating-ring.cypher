// Finds: ratings from within, in three shapes. Client: one client rates several developers at the top of the scale
//        within days. Block: several raters who all rate one group highly, whatever else either does. Circle:
//        accounts that hire and rate each other round. With each, which of them handed in papers that others of
//        the circle did, or word their texts alike.
// Why:   fake clients lift their own developers' ratings (P7, M8, M6).
// Cost:  per client quadratic in the high ratings it gave (1,000 cost a second); blocks are sought beforehand;
//        circles only among accounts that both hire and are hired.
// Limits: rings of one client that spread their ratings over months; blocks smaller than three by three,
//         unless two raters rate the same three and hardly anybody else; dense blocks of developers whom three
//         times as many others rate as highly.
CALL () {
  MATCH (c:Account)-[r:RATED]->(d:Account)
  WHERE c <> d AND r.rated_at IS NOT NULL AND r.rated_at <= $as_of AND NOT coalesce(coalesce([(d)-[then:STATED_THEN]->(d) | then][0], d).role = 'client', false)
    AND r.score - coalesce(r.scale_min, 1) >=
        $high_share * (coalesce(r.scale_max, 5) - coalesce(r.scale_min, 1))
  WITH c, r, d ORDER BY c.id, r.rated_at, r.key
  WITH c, collect({rating: r, developer: d, at: datetime(r.rated_at).epochSeconds}) AS given
  WHERE size(given) >= $min_developers
  CALL (given) {
    UNWIND given AS opening
    UNWIND given AS other
    WITH opening, other
    WHERE other.at >= opening.at AND other.at <= opening.at + $window_days * 86400
    WITH opening, collect(other.rating) AS inside, count(DISTINCT other.developer) AS developers
    WHERE developers >= $min_developers
    UNWIND inside AS rating
    WITH DISTINCT rating ORDER BY rating.rated_at, rating.key
    RETURN collect(rating) AS burst
  }
  WITH c, given, burst WHERE size(burst) > 0
  RETURN 'client' AS shape, c.id AS key, [c] AS raters, burst AS ratings, [] AS bonds
UNION ALL
  MATCH (m:Account)-[bond:IN_RATING_BLOCK]->(first:Account)
  WITH first, bond, m ORDER BY first.id, m.id
  WITH first, collect(bond) AS bonds, [first] + collect(m) AS members
  CALL (members) {
    UNWIND members AS x
    MATCH (x)-[r:RATED]->(y)
    WHERE y IN members AND x <> y AND coalesce(r._at, '') <= $as_of
      AND NOT coalesce(coalesce([(y)-[then:STATED_THEN]->(y) | then][0], y).role = 'client', false)
      AND r.score - coalesce(r.scale_min, 1) >=
          $high_share * (coalesce(r.scale_max, 5) - coalesce(r.scale_min, 1))
      AND NOT EXISTS { (:Job {id: r.job_id})-[:POSTED_BY]->(y) }
    WITH x, r ORDER BY x.id, r.key
    RETURN collect(DISTINCT x) AS raters, collect(r) AS ratings
  }
  WITH first, bonds, raters, ratings WHERE size(ratings) > 0
  RETURN 'block' AS shape, 'block ' + first.id AS key, raters, ratings, bonds
UNION ALL
  // Who hires and is hired. Both sides rate each other after most jobs: only what the client says counts here.
  MATCH (j:Job)-[:POSTED_BY]->(a:Account)
  WHERE EXISTS { (a)<-[:RATED]-(:Account) } AND coalesce(j._at, '') <= $as_of
  WITH DISTINCT a
  MATCH (a)-[r:RATED]->(b:Account)
  WHERE a <> b AND coalesce(r._at, '') <= $as_of
    AND r.score - coalesce(r.scale_min, 1) >=
        $high_share * (coalesce(r.scale_max, 5) - coalesce(r.scale_min, 1))
    AND EXISTS { (:Job {id: r.job_id})-[:POSTED_BY]->(a) } AND EXISTS { (j:Job)-[:POSTED_BY]->(b) WHERE coalesce(j.posted_at, '') <= $as_of }
  WITH a, b, r ORDER BY a.id, b.id, r.key
  WITH a, collect(DISTINCT b) AS hired
  WHERE size(hired) <= $hub_hired
  UNWIND hired AS b
  MATCH way = (b)-[:RATED]->{1,2}(a)
  WITH [a] + [x IN nodes(way) WHERE x <> a] AS members, way
  WHERE all(x IN members WHERE members[0].id <= x.id) AND size(members) = length(way) + 1
  WITH DISTINCT members
  CALL (members) {
    UNWIND range(0, size(members) - 1) AS at
    WITH members[at] AS x, members[(at + 1) % size(members)] AS y, at
    OPTIONAL MATCH (x)-[r:RATED]->(y)
    WHERE coalesce(r._at, '') <= $as_of
      AND r.score - coalesce(r.scale_min, 1) >=
          $high_share * (coalesce(r.scale_max, 5) - coalesce(r.scale_min, 1))
      AND EXISTS { (:Job {id: r.job_id})-[:POSTED_BY]->(x) }
    WITH at, r ORDER BY at, r.key
    RETURN collect(r) AS ratings, count(DISTINCT CASE WHEN r IS NOT NULL THEN at END) AS steps
  }
  WITH members, ratings WHERE steps = size(members)
  RETURN 'circle' AS shape, reduce(key = 'circle', x IN members | key + ' ' + x.id) AS key,
         members AS raters, ratings, [] AS bonds
}
CALL (raters, ratings) {
  UNWIND ratings AS r
  WITH DISTINCT endNode(r) AS d ORDER BY d.id
  WITH collect(d) AS rated
  RETURN rated, raters + [d IN rated WHERE NOT d IN raters] AS everybody
}
// Papers that more than one account handed in, one of the ring among them.
CALL (everybody) {
  UNWIND everybody AS a
  WITH DISTINCT a
  MATCH (a)<-[handed:HANDED_IN_BY]-(doc:Document)
  WHERE coalesce(doc.submitted_at, '') <= $as_of
    AND (doc.used_for IN ['signup', 'verification'] OR doc.kind IN $identity_kinds)
    AND NOT EXISTS { (:KnownShared)-[:COVERS]->(doc) }
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
  WITH a, handed, doc, other, mark ORDER BY mark, a.id, doc.id, other.id
  WITH mark, collect(DISTINCT a) AS owners, collect(DISTINCT handed) AS handings,
       collect(DISTINCT doc) + collect(DISTINCT other) AS docs,
       collect(DISTINCT CASE WHEN doc.kind IN $identity_kinds AND other.kind IN $identity_kinds AND other.account_id <> a.id
         THEN a END) AS by_identity,
       count(DISTINCT other.account_id) AS bearers, count(DISTINCT other) AS copies
  WHERE bearers > 1 AND copies <= $hub_copies
  RETURN collect({mark: mark, owners: owners}) AS marks,
         reduce(all = [], o IN collect(owners) | all + o) AS bearers,
         reduce(all = [], o IN collect(by_identity) | all + o) AS identity_bearers,
         reduce(all = [], d IN collect(docs) | all + d) AS papers,
         reduce(all = [], h IN collect(handings) | all + h) AS handings
}
CALL (everybody) {
  UNWIND everybody AS a
  WITH DISTINCT a, everybody
  MATCH (a)-[like:WRITES_LIKE]->(b:Account)
  WHERE b IN everybody AND like.score >= $min_likeness
  WITH like ORDER BY like.key
  RETURN collect(like) AS likes
}
CALL (shape, raters, rated) {
  UNWIND CASE shape WHEN 'client' THEN rated ELSE [] END AS d
  WITH raters[0] AS c, d
  MATCH (c)-[u:PAID_THROUGH]->(p:PaymentAccount)<-[v:PAID_THROUGH]-(d)
  WHERE coalesce(u._at, '') <= $as_of AND coalesce(v._at, '') <= $as_of
    AND NOT EXISTS { (c)-[:DECLARED_WITH]->{0,1}(:Account)<-[:DECLARED_WITH]-{0,1}(d) }
  WITH p, u, v, d ORDER BY p.id, d.id, u.key, v.key
  RETURN collect(DISTINCT p) AS purses, collect(DISTINCT u) + collect(DISTINCT v) AS purse_uses,
         collect(DISTINCT d) AS purse_mates
}
// Where some that a client rated are tied to the ring by purse, papers or words, the others were rated beside them.
WITH *, [d IN rated WHERE d IN purse_mates OR d IN bearers
         OR any(like IN likes WHERE startNode(like) = d OR endNode(like) = d)] AS tied
WITH *, shape = 'client' AND size(tied) > 0 AS narrowed
WITH *, [d IN rated WHERE NOT narrowed OR d IN tied] AS kept_rated,
     [r IN ratings WHERE NOT narrowed OR endNode(r) IN tied] AS kept
CALL (raters) {
  UNWIND raters AS x
  OPTIONAL MATCH (x)-[:DECLARED_WITH]->(group:Account)
  CALL (x) {
    MATCH (x)-[r:RATED]->(y:Account) WHERE coalesce(r._at, '') <= $as_of
    RETURN count(DISTINCT y) AS given
  }
  RETURN collect(DISTINCT coalesce(group.id, x.id)) AS rater_parties, sum(given) AS given
}
CALL (kept_rated) {
  UNWIND kept_rated AS d
  OPTIONAL MATCH (d)-[:DECLARED_WITH]->(group:Account)
  CALL (d) {
    MATCH (d)<-[r:RATED]-(x:Account) WHERE coalesce(r._at, '') <= $as_of
    RETURN count(DISTINCT x) AS received
  }
  RETURN collect(DISTINCT coalesce(group.id, d.id)) AS rated_parties, sum(received) AS received
}
// Work of weeks that ends for all at once is a project; ratings days after the job was posted are not.
CALL (kept) {
  UNWIND kept AS r
  OPTIONAL MATCH (j:Job {id: r.job_id})
  WITH r, j WHERE j.posted_at IS NOT NULL AND r.rated_at IS NOT NULL
  RETURN count(r) AS timed,
         count(CASE WHEN duration.inSeconds(datetime(j.posted_at), datetime(r.rated_at)).seconds
                         <= $hasty_days * 86400 THEN 1 END) AS hasty
}
CALL (kept) {
  UNWIND kept AS r
  WITH DISTINCT startNode(r).id AS a, endNode(r).id AS b ORDER BY a, b
  RETURN collect({a: a, b: b}) AS pairs
}
CALL (kept) {
  UNWIND kept AS r
  RETURN min(r._at) AS first, max(r._at) AS last
}
CALL (handings) {
  UNWIND handings AS h
  WITH DISTINCT h, coalesce(h._at, startNode(h)._at) AS at
  RETURN {of: 'HANDED_IN_BY', rows: count(h), first: min(at), last: max(at)} AS handed_rows
}
WITH *, [m IN marks WHERE any(o IN m.owners WHERE o IN raters OR o IN kept_rated)] AS marks
RETURN key,
       raters + kept_rated + purses + papers AS nodes,
       kept[..toInteger($shown_ratings)] + bonds[..toInteger($shown_ratings)] + purse_uses + handings
         + [like IN likes WHERE all(x IN [startNode(like), endNode(like)] WHERE x IN raters OR x IN kept_rated)]
         AS relations,
       [{of: 'RATED', rows: size(kept), first: first, last: last},
        handed_rows,
        {of: 'IN_RATING_BLOCK', rows: size(bonds), first: null, last: null}] AS counted,
       [p IN pairs | {a: p.a, b: p.b, share: CASE shape WHEN 'circle' THEN 1.0 ELSE 0.8 END}]
         + reduce(all = [], m IN marks | all + [x IN m.owners[1..] | {a: m.owners[0].id, b: x.id, share: 1.0}])
         + [like IN likes WHERE all(x IN [startNode(like), endNode(like)] WHERE x IN raters OR x IN kept_rated)
            | {a: startNode(like).id, b: endNode(like).id, share: 1.0}] AS ties,
       {
         shape: shape,
         client: CASE shape WHEN 'client' THEN raters[0].id END,
         raters: size(raters),
         developers: size(kept_rated),
         unrelated_raters: size(rater_parties),
         unrelated: size(rated_parties),
         ratings: size(kept),
         pairs: size(pairs),
         given_overall: given,
         received_overall: received,
         timed: timed,
         hasty: hasty,
         first_rating: first,
         over_days: round((datetime(last).epochSeconds - datetime(first).epochSeconds) / 86400.0, 1),
         shared_purse: [d IN purse_mates | d.id],
         repeated_papers: [m IN marks | m.mark],
         with_repeated_papers: size([a IN raters + [d IN kept_rated WHERE NOT d IN raters] WHERE a IN bearers]),
         with_repeated_identity: size([a IN raters + [d IN kept_rated WHERE NOT d IN raters] WHERE a IN identity_bearers]),
         writes_alike: size([a IN raters + [d IN kept_rated WHERE NOT d IN raters]
           WHERE any(like IN likes WHERE startNode(like) = a OR endNode(like) = a)]),
         rated_beside: [d IN rated WHERE NOT d IN kept_rated | d.id]
       } AS facts
