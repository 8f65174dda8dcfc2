// Comments that name somebody in cases that are shown to them, latest first, those after $after (when one was written, and its
// id), and when they opened each.
// One seek in the index of names, and two a comment.
MATCH (x:SkeinCaseMention {who: $who})
WHERE $after IS NULL OR x.at < $after[0] OR (x.at = $after[0] AND x.comment < $after[1])
MATCH (m:SkeinCaseComment {id: x.comment})
MATCH (c:SkeinCase {id: m.case})
WHERE ($reader IS NULL OR c.members IS NULL OR $reader IN c.members)
WITH x, m, c ORDER BY x.at DESC, x.comment DESC LIMIT toInteger($limit)
RETURN m {.id, .case, case_title: c.title, .text, .by, .at, .mentions, withdrawn: CASE WHEN m.withdrawn_at IS NULL THEN null ELSE {by: m.withdrawn_by, at: m.withdrawn_at, why: m.withdrawn_why} END} AS comment, x.read AS read
ORDER BY x.at DESC, x.comment DESC
