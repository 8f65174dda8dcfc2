// Judgements by id, withdrawn ones too: what a run used can be told long after.
// One seek an id.
UNWIND $ids AS id
MATCH (j:SkeinJudgement {id: id})
RETURN j AS judgement ORDER BY j.id
