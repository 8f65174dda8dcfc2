// A page of the cases, those after $after (when one was changed, and its id), those changed last first; archived ones only when asked for by their state.
// Of cases that are shown to some alone, those that are shown to $reader; all where that is null.
// Reads every case: they are made by hand, and few.
MATCH (c:SkeinCase)
WHERE CASE WHEN $state IS NULL THEN c.state <> 'archived' ELSE c.state = $state END
  AND ($reader IS NULL OR c.members IS NULL OR $reader IN c.members)
  AND ($after IS NULL OR c.changed < $after[0] OR (c.changed = $after[0] AND c.id > $after[1]))
WITH c ORDER BY c.changed DESC, c.id LIMIT toInteger($limit)
OPTIONAL MATCH (into:SkeinCase {id: c.joined_into})
RETURN c {.*, members: c.members, revision: coalesce(c.revision, 1),
          joined: CASE WHEN c.joined_into IS NULL THEN null
            ELSE {into: c.joined_into, title: into.title, as: c.joined_as, why: c.joined_why, by: c.joined_by, at: c.joined_at} END,
          boards: COUNT { MATCH (b:SkeinCaseBoard {case: c.id}) WHERE NOT b.archived }} AS found
ORDER BY c.changed DESC, c.id
