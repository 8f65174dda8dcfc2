// Adds a person who comes in by single sign-on for the first time. Of a name that is taken it takes that person only where an
// administrator has said that they come so from the next time on; a password, its waiting, a second factor and passkeys end with that.
// Why: the write comes first, and so the lock. One seek, and one for the passkeys.
MERGE (p:SkeinPerson {key: $key})
ON CREATE SET p.id = $id, p.name = $name, p.role = $role, p.active = true, p.created = $now, p.created_by = $name, p.failed = 0,
              p.awaits_provider = true
SET p.tried = $now
WITH p WHERE p.awaits_provider
SET p.provider_key = $provider, p.awaits_provider = null, p.role = $role, p.password_hash = null, p.failed = 0, p.locked_until = null,
    p.factor_secret = null, p.factor_pending = null, p.factor_key = null, p.factor_step = null, p.factor_recovery = null,
    p.passkey_begun = null, p.passkey_until = null
WITH p
OPTIONAL MATCH (k:SkeinPasskey {person: p.id})
DETACH DELETE k
RETURN DISTINCT p.id AS id
