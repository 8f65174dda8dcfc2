// Finds: which of some clusters rest on other findings than those given, too.
// Why:   a cluster that rests on what is withheld alone is withheld with it.
// Cost:  one pass over the findings of all runs, without their texts.
// Limits: a cluster of the same id in two runs counts as one.
MATCH (f:SkeinFinding)
WHERE f.cluster_id IN $clusters AND NOT f.id IN $findings
RETURN DISTINCT f.cluster_id AS cluster
