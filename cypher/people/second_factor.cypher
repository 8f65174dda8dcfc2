// What a person has of a second factor: all of it is sealed with a key that the database has not. One seek.
MATCH (p:SkeinPerson {id: $person})
RETURN p.factor_secret AS secret, p.factor_pending AS pending, size(coalesce(p.factor_recovery, [])) AS recovery
