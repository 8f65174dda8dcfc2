// Of the findings of a run that nobody has decided of, those after $score and $id, strongest first; and how many findings it has.
// Why: the queue, as long as no detector and no day narrows it. Cost: the page, what was decided of among it, and who has the
// same score as its last: the order is that of the index, which is why the run stands in it.
// Limits: $limit of them. $counted is how many there are, where the run says it; otherwise each is looked at. How many were decided of, `queue_decided.cypher` says.
MATCH (f:SkeinFinding {run: $run})
USING INDEX SEEK f:SkeinFinding(run, score)
WHERE f.score <= $score
WITH f ORDER BY f.run DESC, f.score DESC
WITH f
WHERE (f.score < $score OR f.id > $id)
  AND ($version IS NULL OR f.version = $version)
  AND NOT EXISTS { MATCH (d:SkeinDisposition {subject: f.id}) USING INDEX SEEK d:SkeinDisposition(subject) }
WITH f ORDER BY f.run DESC, f.score DESC, f.id LIMIT toInteger($limit)
WITH collect(f {.id, .json, .cluster_id, .first_found, kind: 'finding', disposition: null,
  place: [0.0, CASE $sort WHEN 'due' THEN '9999' ELSE '' END, 0, 0.0, -f.score, f.id]}) AS page
RETURN page, CASE WHEN $counted IS NOT NULL THEN $counted ELSE COUNT {
  MATCH (each:SkeinFinding {run: $run})
  WHERE each.version = $version
} END AS all
