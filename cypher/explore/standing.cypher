// Score and cluster of accounts in the latest complete run, for the accounts that it has evidence on.
// One seek an account.
MATCH (run:SkeinRun {complete: true})
WHERE run.started IS NOT NULL
WITH run ORDER BY run.started DESC, run.id LIMIT 1
UNWIND $ids AS id
MATCH (s:SkeinAccountScore {run: run.id, account_id: id})
RETURN s.account_id AS id, s.score AS score, s.cluster_id AS cluster_id
