// Finds: accounts whose ratings of others are borne out by nobody: they praise whom others warn of, or warn of
//        whom others praise; the others count by their own reliability.
// Why:   accounts made to lift or to sink others say what those who have met them do not (M8).
// Cost:  one pass over the ratings that accounts give; no pairs are formed.
// Limits: says nothing of the ratings an account receives, nor of whether a rating is true: somebody may be right
//         against all others. A platform on which everybody praises everybody shows little.
MATCH (a:Account)-[beside:BESIDE_OTHERS]->(d:Account)
WITH a, beside, d, 2 * beside.score - 1 AS support ORDER BY a.id, beside.score, d.id
WITH a, collect({beside: beside, rated: d, support: support}) AS said, count(*) AS judged,
     sum(support) AS total
WITH a, said, judged, ($prior_ratings * $usual_support + total) / ($prior_ratings + judged) AS support
// The distance from what is usual, as a share of the way to where everybody says the contrary.
WITH a, said, judged, support, ($usual_support - support) / (1 + $usual_support) AS shortfall
WHERE shortfall > $usual_shortfall
// The least borne out first, and no more than a person reads.
WITH a, said, judged, support, shortfall,
     [s IN said WHERE s.support < $usual_support][..toInteger($shown_ratings)] AS shown
CALL (a, shown) {
  UNWIND shown AS s
  WITH a, s.rated AS d
  MATCH (a)-[r:RATED]->(d) WHERE coalesce(r._at, '') <= $as_of
  WITH r ORDER BY r.key LIMIT toInteger($shown_ratings)
  RETURN collect(r) AS ratings
}
CALL (a) {
  MATCH (a)-[r:RATED]->(d:Account) WHERE a <> d AND coalesce(r._at, '') <= $as_of
  RETURN {of: 'RATED', rows: count(r), first: min(r._at), last: max(r._at)} AS rated,
         count(DISTINCT d) AS rated_accounts
}
CALL (a) {
  MATCH (a)-[r:RATED]->(d:Account)
  WHERE a <> d AND r.rated_at <= $as_of
    AND r.score - coalesce(r.scale_min, 1) >= 0.9 * (coalesce(r.scale_max, 5) - coalesce(r.scale_min, 1))
  WITH d, min(datetime(r.rated_at).epochSeconds) AS at ORDER BY at
  WITH collect(at) AS times
  RETURN any(k IN range(2, size(times) - 1) WHERE times[k] - times[k - 2] <= 14 * 86400) AS praised_at_once
}
RETURN a.id AS key,
       [a.id] AS about,
       [a] + [s IN shown | s.rated] AS nodes,
       ratings + [s IN shown | s.beside] AS relations,
       [rated, {of: 'BESIDE_OTHERS', rows: judged, first: null, last: null}] AS counted,
       {
         rater: a.id,
         rated: rated_accounts,
         judged: judged,
         against: size([s IN said WHERE s.support < 0]),
         little_borne_out: size([s IN said WHERE s.support < $usual_support]),
         support: round(support, 4),
         proven: round(support - $usual_spread / sqrt($prior_ratings + judged), 4),
         usual_support: $usual_support,
         shortfall: round(shortfall, 4),
         praised_at_once: praised_at_once,
         least_borne_out: [s IN shown[..5] | s.rated.id]
       } AS facts
