// The marks of erased accounts: a keyed digest each, of keys whose id is named.
// Why: a load tells by them whom it must not bring back. Cost: all erasures, which are few. Limits: those of another key cannot be told.
MATCH (e:SkeinErasure)
WHERE e.readmitted_at IS NULL
RETURN e.id AS id, e.mark AS mark, e.key AS key, e.begun AS begun
