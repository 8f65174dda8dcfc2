// The passkeys of a person, the oldest first. One seek in the index of the person.
MATCH (k:SkeinPasskey {person: $person})
RETURN k {.id, .name, .host, .created, .last_used, .credential, .transports} AS passkey
ORDER BY k.created, k.id
