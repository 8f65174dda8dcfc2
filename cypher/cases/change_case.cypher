// Changes what is given of a case; null leaves a property as it is.
// One seek.
MATCH (c:SkeinCase {id: $id})
SET c.title = coalesce($title, c.title), c.description = coalesce($description, c.description),
    c.tags = coalesce($tags, c.tags), c.state = coalesce($state, c.state),
    c.changed = $now, c.changed_by = $by
RETURN c.id AS id
