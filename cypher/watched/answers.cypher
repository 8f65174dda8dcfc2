// Answers by id, of those there are: what was answered before is not new.
// One seek an id.
UNWIND $ids AS id
MATCH (a:SkeinPatternAnswer {id: id})
RETURN a AS answer
