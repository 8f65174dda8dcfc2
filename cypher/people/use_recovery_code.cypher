// Uses up a recovery code: whoever comes with it at the same time finds it used.
// Why: the write comes first, and so the lock. One seek.
MATCH (p:SkeinPerson {id: $person})
SET p.tried = $now
WITH p WHERE $digest IN p.factor_recovery
SET p.factor_recovery = [each IN p.factor_recovery WHERE each <> $digest]
RETURN p.id AS id
