// Scores of a run's accounts, highest first, ties by id: those after $score and $id.
// Why: the list of accounts, a page at a time. Cost: the page, and who has the same score as its last: the order is that of the
// index, which is why the run stands in it; what is asked of ids comes after it, or the planner would read both halves whole.
// Limits: $limit of them.
MATCH (s:SkeinAccountScore {run: $run})
USING INDEX SEEK s:SkeinAccountScore(run, score)
WHERE s.score <= $score
WITH s ORDER BY s.run DESC, s.score DESC
WITH s WHERE s.score < $score OR s.account_id > $id
RETURN s.account_id AS account_id, s.score AS score, s.cluster_id AS cluster_id,
       s.detectors AS detectors, s.prior AS prior, s.reasons AS reasons
ORDER BY s.run DESC, s.score DESC, s.account_id LIMIT toInteger($limit)
