// How many comments name somebody in cases that are shown to them, and how many of those that stand they have not opened.
// One seek in the index of names, and two a comment.
MATCH (x:SkeinCaseMention {who: $who})
MATCH (m:SkeinCaseComment {id: x.comment})
MATCH (c:SkeinCase {id: m.case})
WHERE ($reader IS NULL OR c.members IS NULL OR $reader IN c.members)
RETURN count(x) AS total,
       sum(CASE WHEN x.read IS NULL AND m.withdrawn_at IS NULL THEN 1 ELSE 0 END) AS unread
