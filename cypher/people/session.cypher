// A session by the digest of its secret, with whose it is. Two seeks.
MATCH (s:SkeinSession {digest: $digest})
MATCH (p:SkeinPerson {id: s.person})
WHERE p.active AND s.ends > $now AND s.last_seen > $idle
RETURN s {.id, .created, .last_seen, .ends, .by, .shows_until, .shows_why} AS session,
       p {.id, .name, .role, has_password: p.password_hash IS NOT NULL,
          has_second_factor: p.factor_secret IS NOT NULL,
          sign_on: CASE WHEN p.provider_key IS NOT NULL THEN 'yes' WHEN p.awaits_provider THEN 'awaited' ELSE 'no' END} AS person
