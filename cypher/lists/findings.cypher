// Finds: every finding of every run kept that rests on an entry of a watchlist, with those entries.
// Why:   one that rests on an entry that is withheld is withheld too, also where runs are compared.
// Cost:  one pass over the findings of all runs, without their texts; asked when a run or a load has changed them.
// Limits: what no node of the finding says is not seen.
MATCH (f:SkeinFinding)
WITH f, [ref IN f.nodes WHERE ref STARTS WITH 'watchlist_entry:' | substring(ref, 16)] AS entries
WHERE size(entries) > 0
RETURN f.id AS id, f.detector AS detector, f.accounts AS accounts, f.cluster_id AS cluster, entries
