// One task of a case. Two seeks.
MATCH (t:SkeinCaseTask {id: $id})
WHERE t.case = $case
MATCH (c:SkeinCase {id: t.case})
RETURN t {.id, .case, case_title: c.title, .what, .whom, .due, .by, .at, .revision,
          overdue: t.done_at IS NULL AND coalesce(t.due < $today, false),
          done: CASE WHEN t.done_at IS NULL THEN null ELSE {by: t.done_by, at: t.done_at} END,
          reopened: CASE WHEN t.reopened_at IS NULL THEN null ELSE {by: t.reopened_by, at: t.reopened_at} END} AS found
