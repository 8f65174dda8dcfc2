// Adds a passkey of a person who may sign in by a password. One that somebody has already stays theirs, and is not answered.
// Two seeks.
MATCH (p:SkeinPerson {id: $passkey.person})
WHERE p.active AND p.password_hash IS NOT NULL AND p.provider_key IS NULL
MERGE (k:SkeinPasskey {credential: $passkey.credential})
ON CREATE SET k = $passkey
WITH k WHERE k.id = $passkey.id
RETURN k.id AS id
