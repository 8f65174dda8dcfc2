// A secret that is to be the second factor of a person who has none. One seek.
MATCH (p:SkeinPerson {id: $person})
WHERE p.factor_secret IS NULL
SET p.factor_pending = $sealed, p.factor_key = $key
RETURN p.id AS id
