// The judgements in force about what is on a canvas: of a relation or a link both ends must be there, of an
// identity any member, for it is told which others are the same.
// Reads every judgement in force; the canvas's nodes are looked up in a set.
MATCH (j:SkeinJudgement)
WHERE j.in_force IS NOT NULL
  AND CASE j.kind
        WHEN 'identity' THEN any(ref IN j.subjects WHERE ref IN $refs)
        ELSE all(ref IN j.subjects WHERE ref IN $refs)
      END
RETURN j AS judgement ORDER BY j.id
