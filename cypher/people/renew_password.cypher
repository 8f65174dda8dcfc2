// The same password hashed as it is hashed now, unless it was changed meanwhile. One seek.
MATCH (p:SkeinPerson {id: $id})
WHERE p.password_hash = $before
SET p.password_hash = $hash, p.password_key = $key
