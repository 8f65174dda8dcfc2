// When the rules were applied, the latest first, with what went.
// Why: leads and the page of the state are told. Cost: one node a day since there are rules, by an index. Limits: $most.
MATCH (a:SkeinAging)
WHERE a.begun >= ''
RETURN a {.*} AS aging
ORDER BY a.begun DESC
LIMIT toInteger($most)
