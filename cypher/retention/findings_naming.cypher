// The nodes that findings of a run rest on which name one of these accounts.
// Why: what a finding in an open case rests on is not removed by age. Cost: one scan of the run's findings. Limits: none.
MATCH (f:SkeinFinding {run: $run})
WHERE any(account IN f.accounts WHERE account IN $accounts)
UNWIND f.nodes AS node
RETURN DISTINCT node
