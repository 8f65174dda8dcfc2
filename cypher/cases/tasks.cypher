// Tasks of cases, or of all that are not archived, and of one person where $of says so: the open ones by their day, those
// without one last, or those done, latest first; those after $after (what they are ordered by, and the id).
// One seek a case in the index of the case's id; of all cases it reads every task that is asked for.
MATCH (t:SkeinCaseTask)
WHERE ($cases IS NULL OR t.case IN $cases)
  AND ($of IS NULL OR coalesce(t.whom, '') = $of)
  AND (t.done_at IS NOT NULL) = $done
MATCH (c:SkeinCase {id: t.case})
WHERE ($cases IS NOT NULL OR c.state <> 'archived') AND ($reader IS NULL OR c.members IS NULL OR $reader IN c.members)
WITH t, c, CASE WHEN $done THEN t.done_at ELSE coalesce(t.due, '9999-12-31') + ' ' + t.at END AS place
WHERE $after IS NULL OR CASE WHEN place = $after[0] THEN t.id > $after[1] ELSE (place < $after[0]) = $done END
WITH t, c, place ORDER BY CASE WHEN $done THEN place END DESC, place, t.id LIMIT toInteger($limit)
RETURN t {.id, .case, case_title: c.title, .what, .whom, .due, .by, .at, .revision,
          overdue: t.done_at IS NULL AND coalesce(t.due < $today, false),
          done: CASE WHEN t.done_at IS NULL THEN null ELSE {by: t.done_by, at: t.done_at} END,
          reopened: CASE WHEN t.reopened_at IS NULL THEN null ELSE {by: t.reopened_by, at: t.reopened_at} END} AS found, place
ORDER BY CASE WHEN $done THEN place END DESC, place, t.id
