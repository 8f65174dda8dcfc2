// The findings of a run that name an account, and its score in it.
// Why: the access report says what was found of a person. Cost: one scan of the run's findings. Limits: none.
MATCH (f:SkeinFinding {run: $run})
WHERE $account IN f.accounts
RETURN f.id AS id, f.detector AS detector, f.score AS score, f.accounts AS accounts, f.cluster_id AS cluster
ORDER BY score DESC, id
