// A person by id, or by the name's key. One seek.
CALL () {
  MATCH (p:SkeinPerson {id: $id}) RETURN p
  UNION
  MATCH (p:SkeinPerson {key: $key}) RETURN p
}
RETURN p {.id, .name, .role, .active, .created, .created_by, .last_seen, .locked_until,
          has_password: p.password_hash IS NOT NULL,
          has_second_factor: p.factor_secret IS NOT NULL,
          sign_on: CASE WHEN p.provider_key IS NOT NULL THEN 'yes' WHEN p.awaits_provider THEN 'awaited' ELSE 'no' END} AS person
