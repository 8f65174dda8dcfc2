// Since when servers know these rules.
// Why: rules that were just written are applied at their next time, and not for one that is past. Cost: one seek.
// Limits: $id is the digest of rules and time.
MERGE (r:SkeinAgingRules {id: $id})
ON CREATE SET r.since = $now
RETURN r.since AS since
