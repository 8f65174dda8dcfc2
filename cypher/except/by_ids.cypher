// Exceptions by id, expired and revoked ones too: what a run used can be told long after.
// One seek an id.
UNWIND $ids AS id
MATCH (x:SkeinWeightException {id: id})
RETURN x AS exception ORDER BY x.id
