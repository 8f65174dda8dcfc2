// Everybody who may or might come in, by name. Reads every person: there are as many as work here.
MATCH (p:SkeinPerson)
RETURN p {.id, .name, .role, .active, .created, .created_by, .last_seen, .locked_until,
          has_password: p.password_hash IS NOT NULL} AS person
ORDER BY p.key
