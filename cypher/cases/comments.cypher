// Comments on cases, latest first, those after $after (when one was written, and its id).
// One seek a case in the index of the case's id.
MATCH (m:SkeinCaseComment)
WHERE m.case IN $cases AND ($after IS NULL OR m.at < $after[0] OR (m.at = $after[0] AND m.id < $after[1]))
WITH m ORDER BY m.at DESC, m.id DESC LIMIT toInteger($limit)
MATCH (c:SkeinCase {id: m.case})
RETURN m {.id, .case, case_title: c.title, .text, .by, .at, .mentions, withdrawn: CASE WHEN m.withdrawn_at IS NULL THEN null ELSE {by: m.withdrawn_by, at: m.withdrawn_at, why: m.withdrawn_why} END} AS found
ORDER BY m.at DESC, m.id DESC
