// Removes a passkey of a person, or all that they have. One seek in the index of the person.
MATCH (k:SkeinPasskey {person: $person})
WHERE $passkey IS NULL OR k.id = $passkey
DETACH DELETE k
