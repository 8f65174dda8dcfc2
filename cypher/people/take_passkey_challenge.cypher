// Uses up the challenge of a passkey that was begun: whoever comes with it at the same time, or later, finds it used.
// Why: the write comes first, and so the lock. One seek.
MATCH (p:SkeinPerson {id: $person})
SET p.tried = $now
WITH p WHERE p.passkey_begun = $challenge AND p.passkey_until > $now
SET p.passkey_begun = null, p.passkey_until = null
RETURN p.id AS id
