// One entry by its number in the chain of all homes. Cost: one seek.
MATCH (e:SkeinAuditEntry {number: $number})
RETURN e {.*} AS entry
