// Of the findings of a run that are in no cluster and that nobody has decided of, those after $doubt, $score and $id, the least
// settled first; and how many in no cluster it has.
// Why: the queue rolled up, in the order by which an answer teaches most. Cost: as `queue_findings_alone.cypher`, in the index of doubt.
// Limits: $limit of them. How many were decided of, `queue_decided.cypher` says; $alone is how many there are.
MATCH (f:SkeinFinding {run: $run})
USING INDEX SEEK f:SkeinFinding(run, alone_doubt)
WHERE f.alone_doubt <= $doubt
WITH f ORDER BY f.run DESC, f.alone_doubt DESC
WITH f
WHERE (f.alone_doubt < $doubt OR f.score < $score OR (f.score = $score AND f.id > $id))
  AND NOT EXISTS { MATCH (d:SkeinDisposition {subject: f.id}) USING INDEX SEEK d:SkeinDisposition(subject) }
WITH f ORDER BY f.run DESC, f.alone_doubt DESC, f.score DESC, f.id LIMIT toInteger($limit)
WITH collect(f {.id, .json, .cluster_id, .first_found, kind: 'finding', disposition: null,
  place: [-f.alone_doubt, '', 0, 0.0, -f.score, f.id]}) AS page
RETURN page, $alone AS all
