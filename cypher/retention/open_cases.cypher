// The cases that are open.
// Why: what they rest on is not removed by age. Cost: one scan of the cases. Limits: none.
MATCH (c:SkeinCase {state: 'open'})
RETURN c.id AS id ORDER BY id
