// A token by the digest of its secret, with whose it is. Two seeks.
MATCH (t:SkeinAccessToken {digest: $digest})
MATCH (p:SkeinPerson {id: t.person})
WHERE p.active AND t.expires > $now
RETURN t {.id, .scope, .last_used} AS token,
       p {.id, .name, .role, has_password: p.password_hash IS NOT NULL} AS person
