// A token by the digest of its secret, with whose it is. Two seeks.
MATCH (t:SkeinAccessToken {digest: $digest})
MATCH (p:SkeinPerson {id: t.person})
WHERE p.active AND t.expires > $now
RETURN t {.id, .scope, .last_used} AS token,
       p {.id, .name, .role, has_password: p.password_hash IS NOT NULL,
          has_second_factor: p.factor_secret IS NOT NULL,
          sign_on: CASE WHEN p.provider_key IS NOT NULL THEN 'yes' WHEN p.awaits_provider THEN 'awaited' ELSE 'no' END} AS person
