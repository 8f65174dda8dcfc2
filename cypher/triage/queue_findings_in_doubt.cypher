// Of the findings of a run that nobody has decided of, those after $doubt, $score and $id, the least settled first; and how many
// findings it has.
// Why: the queue in the order by which an answer teaches most. Cost: as `queue_findings.cypher`, in the index of doubt, with the
// findings of other detectors on the way where one is asked for.
// Limits: $limit of them. $counted is how many there are, where the run says it; otherwise each is looked at. How many were decided of, `queue_decided.cypher` says.
MATCH (f:SkeinFinding {run: $run})
USING INDEX SEEK f:SkeinFinding(run, doubt)
WHERE f.doubt <= $doubt
WITH f ORDER BY f.run DESC, f.doubt DESC
WITH f
WHERE (f.doubt < $doubt OR f.score < $score OR (f.score = $score AND f.id > $id))
  AND ($detector IS NULL OR f.detector = $detector)
  AND ($version IS NULL OR f.version = $version)
  AND NOT EXISTS { MATCH (d:SkeinDisposition {subject: f.id}) USING INDEX SEEK d:SkeinDisposition(subject) }
WITH f ORDER BY f.run DESC, f.doubt DESC, f.score DESC, f.id LIMIT toInteger($limit)
WITH collect(f {.id, .json, .cluster_id, .first_found, kind: 'finding', disposition: null, place: [-f.doubt, '', 0, 0.0, -f.score, f.id]}) AS page
RETURN page, CASE WHEN $counted IS NOT NULL THEN $counted ELSE COUNT {
  MATCH (each:SkeinFinding {run: $run})
  WHERE each.version = $version AND ($detector IS NULL OR each.detector = $detector)
} END AS all
