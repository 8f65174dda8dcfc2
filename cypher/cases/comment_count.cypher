// How many comments there are on cases.
// One seek a case in the index of the case's id.
MATCH (m:SkeinCaseComment)
WHERE m.case IN $cases
RETURN count(m) AS total
