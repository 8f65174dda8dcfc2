// Of a detector's findings in a run, those that nobody has decided of, after $score and $id, strongest first; and how many it has.
// Why: the queue, narrowed to a detector. Cost: as `queue_findings.cypher`, in the index of detectors.
// Limits: $limit of them. $counted is how many there are, where the run says it; otherwise each is looked at. How many were decided of, `queue_decided.cypher` says.
MATCH (f:SkeinFinding {run: $run, detector: $detector})
USING INDEX SEEK f:SkeinFinding(run, detector, score)
WHERE f.score <= $score
WITH f ORDER BY f.run DESC, f.detector DESC, f.score DESC
WITH f
WHERE (f.score < $score OR f.id > $id)
  AND ($version IS NULL OR f.version = $version)
  AND NOT EXISTS { MATCH (d:SkeinDisposition {subject: f.id}) USING INDEX SEEK d:SkeinDisposition(subject) }
WITH f ORDER BY f.run DESC, f.detector DESC, f.score DESC, f.id LIMIT toInteger($limit)
WITH collect(f {.id, .json, .cluster_id, .first_found, kind: 'finding', disposition: null,
  place: [0.0, CASE $sort WHEN 'due' THEN '9999' ELSE '' END, 0, 0.0, -f.score, f.id]}) AS page
RETURN page, CASE WHEN $counted IS NOT NULL THEN $counted ELSE COUNT {
  MATCH (each:SkeinFinding {run: $run, detector: $detector})
  WHERE each.score >= 0 AND each.version = $version
} END AS all
