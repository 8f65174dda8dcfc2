// What was checked of the honest explanations of those findings and clusters ($subjects), oldest first, with which of them it is about.
// Why: a report says it beside what it says of them. Cost: a seek an id, and one in the index a disposition.
// Limits: withdrawn ones are among them.
UNWIND $subjects AS subject
MATCH (d:SkeinDisposition {subject: subject})
MATCH (c:SkeinExplanationCheck)
WHERE c.disposition IN d.lineage + [d.id]
RETURN subject, c AS check ORDER BY subject, c.id
