// The findings of a run that name some of the given accounts, and whether they name no others: what an export of
// picked nodes shows, and what it only counts.
// A scan of the run's findings, each compared with the accounts; some thousands of findings take milliseconds.
MATCH (f:SkeinFinding {run: $run})
WHERE any(account IN f.accounts WHERE account IN $accounts)
RETURN f.id AS id, all(account IN f.accounts WHERE account IN $accounts) AS whole
ORDER BY f.score DESC, f.id
