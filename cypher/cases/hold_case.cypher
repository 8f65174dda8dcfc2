// Holds a case for the rest of the transaction, so that what is written to it and its joining into another wait for each
// other; says into which it is joined.
// Two seeks; what is written is what was there.
MATCH (c:SkeinCase {id: $case})
SET c.id = c.id
WITH c
OPTIONAL MATCH (into:SkeinCase {id: c.joined_into})
RETURN coalesce(c.revision, 1) AS revision, c.state AS state, c.title AS title, c.joined_into AS joined_into,
       into.title AS joined_title
