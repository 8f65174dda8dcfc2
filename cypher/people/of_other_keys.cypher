// How many persons have a password or a second factor that was made with another key than that of this server. Reads every
// person: there are as many as work here.
MATCH (p:SkeinPerson)
WHERE (p.password_hash IS NOT NULL AND p.password_key <> $key) OR (p.factor_secret IS NOT NULL AND p.factor_key <> $key)
RETURN count(p) AS persons
