// Scores of the accounts $ids in a run, highest first, ties by id.
// Why: what explains an account, a cluster or a bundle. Cost: a seek each.
// Limits: none for those that the run says nothing of.
UNWIND $ids AS id
MATCH (s:SkeinAccountScore {run: $run, account_id: id})
RETURN s.account_id AS account_id, s.score AS score, s.cluster_id AS cluster_id,
       s.detectors AS detectors, s.prior AS prior, s.reasons AS reasons
ORDER BY s.score DESC, s.account_id
