// All that was ever judged about some nodes, oldest first, withdrawn ones too: of a relation or a link both ends must
// be among them, of an identity any member. For evidence, which tells the whole history.
// Reads every judgement; the nodes are looked up in a set.
MATCH (j:SkeinJudgement)
WHERE CASE j.kind
        WHEN 'identity' THEN any(ref IN j.subjects WHERE ref IN $refs)
        ELSE all(ref IN j.subjects WHERE ref IN $refs)
      END
RETURN j AS judgement ORDER BY j.id
