// Everybody who may or might come in, by name. Reads every person, and seeks the passkeys of each: there are as many as work here.
MATCH (p:SkeinPerson)
RETURN p {.id, .name, .role, .active, .created, .created_by, .last_seen, .locked_until,
          has_password: p.password_hash IS NOT NULL,
          has_second_factor: p.factor_secret IS NOT NULL,
          passkeys: COUNT { MATCH (k:SkeinPasskey {person: p.id}) },
          sign_on: CASE WHEN p.provider_key IS NOT NULL THEN 'yes' WHEN p.awaits_provider THEN 'awaited' ELSE 'no' END} AS person
ORDER BY p.key
