// Of the findings of a run that are in no cluster and that nobody has decided of, those after $score and $id, strongest first; and
// how many in no cluster it has.
// Why: the queue rolled up, where the others are their clusters'. Cost: as `queue_findings.cypher`, in an index of those alone.
// Limits: $limit of them. How many were decided of, `queue_decided.cypher` says; $alone is how many there are.
MATCH (f:SkeinFinding {run: $run})
USING INDEX SEEK f:SkeinFinding(run, alone_score)
WHERE f.alone_score <= $score
WITH f ORDER BY f.run DESC, f.alone_score DESC
WITH f
WHERE (f.alone_score < $score OR f.id > $id)
  AND NOT EXISTS { MATCH (d:SkeinDisposition {subject: f.id}) USING INDEX SEEK d:SkeinDisposition(subject) }
WITH f ORDER BY f.run DESC, f.alone_score DESC, f.id LIMIT toInteger($limit)
WITH collect(f {.id, .json, .cluster_id, .first_found, kind: 'finding', disposition: null,
  place: [0.0, CASE $sort WHEN 'due' THEN '9999' ELSE '' END, 0, 0.0, -f.score, f.id]}) AS page
RETURN page, $alone AS all
