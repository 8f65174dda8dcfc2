// A person without a second factor and without passkeys. Two seeks.
MATCH (p:SkeinPerson {id: $person})
SET p.factor_secret = null, p.factor_pending = null, p.factor_key = null, p.factor_step = null, p.factor_recovery = null,
    p.passkey_begun = null, p.passkey_until = null
WITH p
OPTIONAL MATCH (k:SkeinPasskey {person: p.id})
DETACH DELETE k
