// The ids of the cases that are joined into any of these.
// One seek each in the index of where a case is joined into.
MATCH (c:SkeinCase)
WHERE c.joined_into IN $ids
RETURN c.id AS id
