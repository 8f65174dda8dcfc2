// Adds a person who comes in by single sign-on for the first time. Of a name that is taken it takes that person only where an
// administrator has said that they come so from the next time on; a password, its waiting and a second factor end with that.
// Why: the write comes first, and so the lock. One seek.
MERGE (p:SkeinPerson {key: $key})
ON CREATE SET p.id = $id, p.name = $name, p.role = $role, p.active = true, p.created = $now, p.created_by = $name, p.failed = 0,
              p.awaits_provider = true
SET p.tried = $now
WITH p WHERE p.awaits_provider
SET p.provider_key = $provider, p.awaits_provider = null, p.role = $role, p.password_hash = null, p.failed = 0, p.locked_until = null,
    p.factor_secret = null, p.factor_pending = null, p.factor_key = null, p.factor_step = null, p.factor_recovery = null
RETURN p.id AS id
