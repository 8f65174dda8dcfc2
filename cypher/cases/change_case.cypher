// Changes what is given of a case; null leaves a property as it is. The history tells how it was.
// One seek.
MATCH (c:SkeinCase {id: $id})
WITH c, c {.title, .description, .tags, .state} AS was
SET c.title = coalesce($title, c.title), c.description = coalesce($description, c.description),
    c.tags = coalesce($tags, c.tags), c.state = coalesce($state, c.state),
    c.revision = coalesce(c.revision, 1) + 1, c.changed = $now, c.changed_by = $by
RETURN was, c {.title, .description, .tags, .state} AS is
