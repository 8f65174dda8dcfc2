// Ends sessions of a person: one, or all but one, or all. One seek in the index of the person.
MATCH (s:SkeinSession {person: $person})
WHERE ($session IS NULL OR s.id = $session) AND ($but IS NULL OR s.id <> $but)
WITH s, s.id AS id
DETACH DELETE s
RETURN id
