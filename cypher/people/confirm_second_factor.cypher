// The secret that was begun is the second factor from now on, and the code that showed so is used up.
// Why: the write comes first, and so the lock. One seek.
MATCH (p:SkeinPerson {id: $person})
SET p.tried = $now
WITH p WHERE p.factor_pending = $sealed AND p.factor_secret IS NULL
SET p.factor_secret = $sealed, p.factor_pending = null, p.factor_step = $step, p.factor_recovery = $recovery
RETURN p.id AS id
