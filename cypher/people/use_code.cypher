// Uses up a code of the authenticator, and with it all of earlier half minutes: whoever comes with it at the same time finds it used.
// Why: the write comes first, and so the lock. One seek.
MATCH (p:SkeinPerson {id: $person})
SET p.tried = $now
WITH p WHERE p.factor_secret = $sealed AND p.factor_step < $step
SET p.factor_step = $step
RETURN p.id AS id
