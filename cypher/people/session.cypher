// A session by the digest of its secret, with whose it is. Two seeks.
MATCH (s:SkeinSession {digest: $digest})
MATCH (p:SkeinPerson {id: s.person})
WHERE p.active AND s.ends > $now AND s.last_seen > $idle
RETURN s {.id, .created, .last_seen, .ends, .by} AS session,
       p {.id, .name, .role, has_password: p.password_hash IS NOT NULL} AS person
