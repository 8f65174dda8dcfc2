// A person by the key that a provider of single sign-on has for them. One seek.
MATCH (p:SkeinPerson {provider_key: $key})
RETURN p.id AS id, p.name AS name, p.role AS role, p.active AS active
