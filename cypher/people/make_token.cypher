// A token of a person. One seek.
MATCH (p:SkeinPerson {id: $token.person})
WHERE p.active
CREATE (t:SkeinAccessToken) SET t = $token
RETURN t.id AS id
