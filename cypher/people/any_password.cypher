// Whether anybody who is active can sign in by a password. Reads persons until it finds one.
MATCH (p:SkeinPerson)
WHERE p.active AND p.password_hash IS NOT NULL
RETURN p.id AS id LIMIT 1
