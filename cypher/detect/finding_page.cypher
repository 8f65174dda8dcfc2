// Findings of a run, strongest first, ties by id: those after $score and $id, and how many there are in all.
// Those that score as asked, and of which was decided as asked; what nobody has decided of is new.
// Why: the list of findings, as long as nothing but those narrows it (`findings.cypher` does). Cost: the page, who has the same score
// as its last: the order is that of the index, which is why the run stands in it. Where states are asked for, also what is passed
// on the way, and a seek for each disposition; without $counted, which is how many the run has, one look at the index for each.
// Limits: $limit of them; no rows, and so no count, beyond the last one.
MATCH (f:SkeinFinding {run: $run})
USING INDEX SEEK f:SkeinFinding(run, score)
WHERE f.score <= $score AND f.score >= $min_score
WITH f ORDER BY f.run DESC, f.score DESC
WITH f
WHERE (f.score < $score OR f.id > $id)
  AND ($states IS NULL OR NOT EXISTS { MATCH (d:SkeinDisposition {subject: f.id}) USING INDEX SEEK d:SkeinDisposition(subject) WHERE NOT d.state IN $states })
WITH f ORDER BY f.run DESC, f.score DESC, f.id LIMIT toInteger($limit)
WITH collect(f) AS page
CALL () {
  WITH 1 AS go WHERE $states IS NOT NULL
  MATCH (d:SkeinDisposition)
  WHERE d.subject >= '' AND NOT d.state IN $states
  WITH DISTINCT d.subject AS subject
  MATCH (f:SkeinFinding {run: $run, id: subject})
  USING INDEX SEEK f:SkeinFinding(run, id)
  WHERE f.score >= $min_score AND f.score <= $max_score
  RETURN count(f) AS otherwise
}
WITH page, CASE WHEN $counted IS NOT NULL THEN $counted ELSE COUNT {
  MATCH (each:SkeinFinding {run: $run})
  WHERE each.score >= $min_score AND each.score <= $max_score
} END - otherwise AS total
UNWIND page AS f
RETURN f.json AS json, f.cluster_id AS cluster_id, f.evidence_count AS evidence_count, total
