// A trial of a pattern by its id. One seek.
MATCH (t:SkeinPatternTrial {id: $id})
RETURN t.json AS json
