// A passkey by what authenticators call it, with whose it is, and whether they may come in by it. Two seeks.
MATCH (k:SkeinPasskey {credential: $credential})
MATCH (p:SkeinPerson {id: k.person})
RETURN k.public_key AS public_key, p.id AS id, p.name AS name, p.active AND p.provider_key IS NULL AS may
