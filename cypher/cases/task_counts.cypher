// How many tasks of cases, or of all that are not archived, there are for each person: open, overdue, done.
// One seek a case in the index of the case's id; of all cases it reads every task.
MATCH (t:SkeinCaseTask)
WHERE $cases IS NULL OR t.case IN $cases
MATCH (c:SkeinCase {id: t.case})
WHERE ($cases IS NOT NULL OR c.state <> 'archived') AND ($reader IS NULL OR c.members IS NULL OR $reader IN c.members)
WITH t.whom AS whom, t.done_at IS NULL AS isOpen, t.done_at IS NULL AND coalesce(t.due < $today, false) AS isOverdue
RETURN whom, sum(CASE WHEN isOpen THEN 1 ELSE 0 END) AS open,
       sum(CASE WHEN isOverdue THEN 1 ELSE 0 END) AS overdue,
       sum(CASE WHEN isOpen THEN 0 ELSE 1 END) AS done
ORDER BY open DESC, whom
