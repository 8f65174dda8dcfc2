// Revokes a token, of a person or of whomever. Reads the tokens of the person, or every token.
MATCH (t:SkeinAccessToken)
WHERE t.id = $token AND ($person IS NULL OR t.person = $person)
MATCH (p:SkeinPerson {id: t.person})
WITH t, t.name AS name, p.name AS person
DETACH DELETE t
RETURN name, person
