// Marks comments as opened by whoever is named in them.
// One seek each.
UNWIND $comments AS comment
MATCH (x:SkeinCaseMention {comment: comment, who: $who})
WHERE x.read IS NULL
SET x.read = $now
