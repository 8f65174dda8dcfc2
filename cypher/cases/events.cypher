// What the histories of cases keep that nothing else tells.
// One seek a case in the index of the case's id.
MATCH (e:SkeinCaseEvent)
WHERE e.case IN $cases
RETURN e {.*} AS event
