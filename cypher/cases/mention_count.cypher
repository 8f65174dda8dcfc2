// How many comments name somebody, and how many of those that stand they have not opened.
// One seek in the index of names, and one a comment that is not opened.
MATCH (x:SkeinCaseMention {who: $who})
RETURN count(x) AS total,
       sum(CASE WHEN x.read IS NULL AND EXISTS {
         MATCH (m:SkeinCaseComment {id: x.comment}) WHERE m.withdrawn_at IS NULL
       } THEN 1 ELSE 0 END) AS unread
