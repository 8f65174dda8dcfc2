// Of a detector's findings in a run what `finding_page.cypher` reads of all.
// Why: the list of findings, narrowed to a detector. Cost: as there, in the index of detectors.
// Limits: $limit of them; no rows, and so no count, beyond the last one.
MATCH (f:SkeinFinding {run: $run, detector: $detector})
USING INDEX SEEK f:SkeinFinding(run, detector, score)
WHERE f.score <= $score AND f.score >= $min_score
WITH f ORDER BY f.run DESC, f.detector DESC, f.score DESC
WITH f
WHERE (f.score < $score OR f.id > $id)
  AND ($states IS NULL OR NOT EXISTS { MATCH (d:SkeinDisposition {subject: f.id}) USING INDEX SEEK d:SkeinDisposition(subject) WHERE NOT d.state IN $states })
WITH f ORDER BY f.run DESC, f.detector DESC, f.score DESC, f.id LIMIT toInteger($limit)
WITH collect(f) AS page
CALL () {
  WITH 1 AS go WHERE $states IS NOT NULL
  MATCH (d:SkeinDisposition)
  WHERE d.subject >= '' AND NOT d.state IN $states
  WITH DISTINCT d.subject AS subject
  MATCH (f:SkeinFinding {run: $run, id: subject})
  USING INDEX SEEK f:SkeinFinding(run, id)
  WHERE f.detector = $detector AND f.score >= $min_score AND f.score <= $max_score
  RETURN count(f) AS otherwise
}
WITH page, CASE WHEN $counted IS NOT NULL THEN $counted ELSE COUNT {
  MATCH (each:SkeinFinding {run: $run, detector: $detector})
  WHERE each.score >= $min_score AND each.score <= $max_score
} END - otherwise AS total
UNWIND page AS f
RETURN f.json AS json, f.cluster_id AS cluster_id, f.evidence_count AS evidence_count, total
