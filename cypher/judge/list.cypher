// Judgements, latest first (an id begins with its time), withdrawn ones too; of one node, of one relation, or all.
// Reads every judgement: people make them one by one, thousands of them in a year at most.
MATCH (j:SkeinJudgement)
WHERE ($before IS NULL OR j.id < $before)
  AND ($node IS NULL OR $node IN j.subjects)
  AND ($subject IS NULL OR j.subject = $subject)
RETURN j AS judgement ORDER BY j.id DESC LIMIT toInteger($limit)
