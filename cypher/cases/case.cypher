// One case by its id, and the title of the case that it is joined into. Two seeks.
MATCH (c:SkeinCase {id: $id})
OPTIONAL MATCH (into:SkeinCase {id: c.joined_into})
RETURN c {.*, members: c.members, revision: coalesce(c.revision, 1),
          joined: CASE WHEN c.joined_into IS NULL THEN null
            ELSE {into: c.joined_into, title: into.title, as: c.joined_as, why: c.joined_why, by: c.joined_by, at: c.joined_at} END,
          boards: COUNT { MATCH (b:SkeinCaseBoard {case: c.id}) WHERE NOT b.archived }} AS found
