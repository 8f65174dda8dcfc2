// Finds: ratings from within, in three shapes. Client: one client rates several developers at the top of the scale
//        within days. Block: several raters who all rate one group highly, whatever else either does. Circle:
//        accounts that hire and rate each other round. With each, which of them handed in papers that others of
//        the circle did, or word their texts alike.
// Why:   fake clients lift their own developers' ratings (P7, M8, M6).
// Cost:  the rings that rating-ring.sql counted: their accounts, papers and the relations shown, each by its key;
//        blocks are sought beforehand.
// Limits: rings of one client that spread their ratings over months; blocks smaller than three by three,
//         unless two raters rate the same three and hardly anybody else; dense blocks of developers whom three
//         times as many others rate as highly.
UNWIND $rows AS p
// What is shown, each by its key.
OPTIONAL CALL (p) {
  WITH p WHERE p.part = 'account' MATCH (n:Account {id: p.one}) RETURN n, null AS r
UNION ALL
  WITH p WHERE p.part = 'document' MATCH (n:Document {id: p.one}) RETURN n, null AS r
UNION ALL
  WITH p WHERE p.part = 'PAID_THROUGH' MATCH ()-[r:PAID_THROUGH {key: p.one}]->(n) RETURN n, r
UNION ALL
  WITH p WHERE p.part = 'HANDED_IN_BY' MATCH (n)-[r:HANDED_IN_BY {key: p.one}]->() RETURN n, r
UNION ALL
  WITH p WHERE p.part = 'RATED' MATCH ()-[r:RATED {key: p.one}]->() RETURN null AS n, r
UNION ALL
  WITH p WHERE p.part = 'IN_RATING_BLOCK' MATCH ()-[r:IN_RATING_BLOCK {key: p.one}]->() RETURN null AS n, r
UNION ALL
  WITH p WHERE p.part = 'WRITES_LIKE' MATCH ()-[r:WRITES_LIKE {key: p.one}]->() RETURN null AS n, r
}
WITH p, n, r, CASE p.part WHEN 'HANDED_IN_BY' THEN coalesce(r._at, n._at) END AS handed_at
WITH p.ring AS key, head(collect(p)) AS ring, collect(n) AS nodes, collect(r) AS relations,
     {of: 'HANDED_IN_BY', rows: sum(CASE p.part WHEN 'HANDED_IN_BY' THEN 1 ELSE 0 END), first: min(handed_at),
      last: max(handed_at)} AS handings,
     sum(CASE p.part WHEN 'pair' THEN 1 ELSE 0 END) AS pairs,
     collect(CASE WHEN p.part IN ['pair', 'tie'] THEN
       {a: p.one, b: p.other, share: CASE WHEN p.part = 'pair' AND p.shape <> 'circle' THEN 0.8 ELSE 1.0 END}
     END) AS ties,
     collect(CASE p.part WHEN 'purse' THEN p.one END) AS purse_mates,
     collect(CASE p.part WHEN 'mark' THEN p.one END) AS marks,
     collect(CASE p.part WHEN 'beside' THEN p.one END) AS beside
RETURN key, nodes, relations, ties,
       [{of: 'RATED', rows: ring.ratings, first: ring.first, last: ring.last},
        handings,
        {of: 'IN_RATING_BLOCK', rows: ring.bonds, first: null, last: null}] AS counted,
       {
         shape: ring.shape,
         client: CASE ring.shape WHEN 'client' THEN key END,
         raters: ring.raters, developers: ring.developers,
         unrelated_raters: ring.unrelated_raters,
         unrelated: ring.unrelated,
         ratings: ring.ratings, pairs: pairs,
         given_overall: ring.given_overall, received_overall: ring.received_overall,
         timed: ring.timed, hasty: ring.hasty,
         first_rating: ring.first,
         over_days: round((datetime(ring.last).epochSeconds - datetime(ring.first).epochSeconds) / 86400.0, 1),
         shared_purse: purse_mates,
         repeated_papers: marks,
         with_repeated_papers: ring.with_papers,
         with_repeated_identity: ring.with_identity,
         writes_alike: ring.writes_alike,
         rated_beside: beside
       } AS facts
