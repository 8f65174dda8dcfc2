// The score of an account in a run.
// Why: the access report says what was found of a person. Cost: one seek. Limits: none where it scored nothing.
MATCH (s:SkeinAccountScore {run: $run, account_id: $account})
RETURN s.score AS score, s.cluster_id AS cluster, s.detectors AS detectors
