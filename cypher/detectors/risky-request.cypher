// Finds: accounts whose texts ask to move elsewhere, to be paid in virtual currency or before the work, to lend an
//        identity or account, or offer services in an executive's name to someone who never wrote before.
// Why:   that is how they get out of sight, around checks, and into accounts of others (H5, H6, H8, H9, H15, E6).
// Cost:  one pass over ASKS_FOR.
// Limits: wordings that domain/requests.ts does not know; at most $most_shown texts are shown.
MATCH (d:Document)-[r:ASKS_FOR]->(a:Account), (d)-[h:HANDED_IN_BY]->(a)
UNWIND split(r.reason, ' | ') AS said
OPTIONAL MATCH (d)-[:ADDRESSED_TO]->(c:Account)
WITH a, d, r, h, split(said, ': ')[0] AS kind, said, c
WHERE coalesce(d.submitted_at, '') <= $as_of
ORDER BY a.id, kind, coalesce(d.submitted_at, ''), d.id
WITH a, kind, collect(DISTINCT d) AS texts, collect(DISTINCT r) AS asks, collect(DISTINCT h) AS handed,
     collect(DISTINCT d.text) AS wordings, count(DISTINCT c) AS people, head(collect(said)) AS example,
     max(r.score) AS sure
WITH a, reduce(all = [], x IN collect(handed) | all + x) AS told, reduce(all = [], x IN collect(asks) | all + x) AS asking,
     collect({kind: kind, texts: size(texts), wordings: size(wordings), people: people, example: example, sure: sure,
                 usual: coalesce($usual[kind], 0.0)}) AS asked,
     reduce(all = [], x IN collect(texts[..toInteger($most_shown)]) | all + x) AS docs,
     reduce(all = [], x IN collect(asks[..toInteger($most_shown)]) | all + x) AS asks,
     reduce(all = [], x IN collect(handed[..toInteger($most_shown)]) | all + x) AS handed
CALL (told, asking) {
  UNWIND told + asking AS r
  WITH DISTINCT r
  WITH type(r) AS of, count(r) AS rows, min(r._at) AS first, max(r._at) AS last
  ORDER BY of
  RETURN collect({of: of, rows: rows, first: first, last: last}) AS counted
}
RETURN a.id AS key,
       [a] + docs AS nodes,
       asks + handed AS relations,
       counted,
       {account: a.id, asked: asked} AS facts
