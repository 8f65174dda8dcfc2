// Writes a comment, once: the same id again changes nothing. A node for each who is named in it, by which they find it.
// One seek, and one for each name. Answers the case that the comment is on.
MERGE (m:SkeinCaseComment {id: $id})
ON CREATE SET m.case = $case, m.text = $text, m.mentions = $mentions, m.by = $by, m.at = $now
FOREACH (who IN CASE WHEN m.case = $case THEN m.mentions ELSE [] END |
  MERGE (x:SkeinCaseMention {comment: m.id, who: who})
  ON CREATE SET x.at = m.at)
RETURN m.case AS case, m.at = $now AS made
