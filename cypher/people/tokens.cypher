// The tokens of a person, or all, the latest first. One seek in the index of the person, or reads every token.
MATCH (t:SkeinAccessToken)
WHERE $person IS NULL OR t.person = $person
MATCH (p:SkeinPerson {id: t.person})
RETURN t {.id, .name, person: p.name, .scope, .created, .expires, .last_used} AS token
ORDER BY t.created DESC, t.id
