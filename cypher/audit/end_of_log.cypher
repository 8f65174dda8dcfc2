// How far the chain has come with one home's log; no row before its first entry. Cost: one seek, backwards in the index.
MATCH (e:SkeinAuditEntry {log: $log})
RETURN e.entry AS entry, e.hash AS hash ORDER BY e.entry DESC LIMIT 1
