// Findings of a run by id, as they are stored, without their evidence.
// One seek an id.
UNWIND $ids AS id
MATCH (f:SkeinFinding {run: $run, id: id})
RETURN f.json AS json
