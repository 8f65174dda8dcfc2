// Makes a task of a case, once: the same id again changes nothing. Answers the case that it is of.
// One seek.
MERGE (t:SkeinCaseTask {id: $id})
ON CREATE SET t.case = $case, t.what = $what, t.whom = $whom, t.due = $due, t.by = $by, t.at = $now, t.revision = 1
RETURN t.case AS case, t.at = $now AS made
