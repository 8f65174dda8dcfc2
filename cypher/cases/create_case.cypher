// Makes a case, once: the same id again answers with the case that is there.
// One seek.
MERGE (c:SkeinCase {id: $id})
ON CREATE SET c.title = $title, c.description = $description, c.tags = $tags, c.state = 'open', c.members = $members,
              c.created = $now, c.created_by = $by, c.changed = $now, c.changed_by = $by
