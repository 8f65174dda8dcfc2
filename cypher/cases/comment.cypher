// One comment of a case. Two seeks.
MATCH (m:SkeinCaseComment {id: $id})
WHERE m.case = $case
MATCH (c:SkeinCase {id: m.case})
RETURN m {.id, .case, case_title: c.title, .text, .by, .at, .mentions, withdrawn: CASE WHEN m.withdrawn_at IS NULL THEN null ELSE {by: m.withdrawn_by, at: m.withdrawn_at, why: m.withdrawn_why} END} AS found
