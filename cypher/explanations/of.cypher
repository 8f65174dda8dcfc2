// What was checked of the honest explanations of findings and clusters, oldest first: of their dispositions ($dispositions), of all for null.
// Why: whoever decides sees what is unchecked, and a report says what was checked. Cost: a seek in the index a disposition, and its checks;
// of all, every check, which people make one by one.
// Limits: withdrawn ones are among them.
MATCH (c:SkeinExplanationCheck)
WHERE $dispositions IS NULL OR c.disposition IN $dispositions
RETURN c AS check ORDER BY c.id
