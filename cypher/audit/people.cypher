// Whoever is named in the chain, by name: to choose from. Cost: the index of persons, an entry each.
MATCH (e:SkeinAuditEntry)
WHERE e.by IS NOT NULL
RETURN DISTINCT e.by AS name ORDER BY name LIMIT 500
