// Findings of a run, strongest first, ties by id: those after $score and $id, and how many there are in all.
// Why: the list of findings, as long as nothing narrows it (`findings.cypher` does). Cost: the page, who has the same score as its
// last, and one look at the index for each that is counted: the order is that of the index, which is why the run stands in it.
// Limits: $limit of them; no rows, and so no count, beyond the last one.
MATCH (f:SkeinFinding {run: $run})
WHERE f.score <= $score
WITH f ORDER BY f.run DESC, f.score DESC
WITH f WHERE f.score < $score OR f.id > $id
WITH f ORDER BY f.run DESC, f.score DESC, f.id LIMIT toInteger($limit)
WITH collect(f) AS page
MATCH (each:SkeinFinding {run: $run})
WITH page, count(each) AS total
UNWIND page AS f
RETURN f.json AS json, f.cluster_id AS cluster_id, f.evidence_count AS evidence_count, total
