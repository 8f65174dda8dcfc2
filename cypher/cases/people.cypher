// Who may come in, and who has acted: in cases, in the queue, and with judgements.
// Why: they are whom a comment can name. Cost: reads every node that people have made; they make them one by one.
CALL () {
  MATCH (p:SkeinPerson) WHERE p.active RETURN p.name AS name
  UNION
  MATCH (c:SkeinCase) UNWIND [c.created_by, c.changed_by] AS name RETURN name
  UNION
  MATCH (b:SkeinCaseBoard) UNWIND [b.created_by, b.by] AS name RETURN name
  UNION
  MATCH (r:SkeinBoardRevision) RETURN r.by AS name
  UNION
  MATCH (m:SkeinCaseComment) RETURN m.by AS name
  UNION
  MATCH (e:SkeinCaseEvent) RETURN e.by AS name
  UNION
  MATCH (d:SkeinDispositionEntry) WHERE d.kind IN ['changed', 'proposed', 'comment', 'undone'] RETURN d.by AS name
  UNION
  MATCH (j:SkeinJudgement) RETURN j.by AS name
}
WITH name WHERE name IS NOT NULL
RETURN DISTINCT name
ORDER BY toLower(name), name LIMIT 500
