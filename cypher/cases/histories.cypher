// Cases by id with when each was made: where its history begins, and what it is called.
// One seek each.
MATCH (c:SkeinCase)
WHERE c.id IN $cases
RETURN c.id AS id, c.title AS title, c.created AS at, c.created_by AS by
