// Whether anybody who is active can sign in again, by a password or by single sign-on. Reads persons until it finds one.
MATCH (p:SkeinPerson)
WHERE p.active AND (p.password_hash IS NOT NULL OR p.provider_key IS NOT NULL)
RETURN p.id AS id LIMIT 1
