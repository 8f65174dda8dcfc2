// Another password, which also ends the waiting after wrong ones.
// One seek.
MATCH (p:SkeinPerson {id: $id})
SET p.password_hash = $hash, p.password_key = $key, p.failed = 0, p.locked_until = null
