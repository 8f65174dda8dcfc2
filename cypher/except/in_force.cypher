// The exceptions that are in force on a day, oldest first: what detection uses.
// Reads every exception.
MATCH (x:SkeinWeightException)
WHERE x.revoked_at IS NULL AND x.until > $today
RETURN x AS exception ORDER BY x.id
