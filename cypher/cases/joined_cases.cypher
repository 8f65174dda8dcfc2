// The cases that are joined into one, those joined first first, with their boards and what waits in them.
// One seek in the index of where a case is joined into, and three a case.
MATCH (into:SkeinCase {id: $case})
MATCH (c:SkeinCase {joined_into: into.id})
RETURN c {.*, members: c.members, revision: coalesce(c.revision, 1),
          joined: CASE WHEN c.joined_into IS NULL THEN null
            ELSE {into: c.joined_into, title: into.title, as: c.joined_as, why: c.joined_why, by: c.joined_by, at: c.joined_at} END,
          boards: COUNT { MATCH (b:SkeinCaseBoard {case: c.id}) WHERE NOT b.archived }} AS found,
       COLLECT { MATCH (b:SkeinCaseBoard {case: c.id}) WHERE NOT b.archived
                 RETURN b {.id, .title} ORDER BY b.created, b.id } AS board_list,
       COUNT { MATCH (:SkeinCaseComment {case: c.id}) } AS comments,
       COUNT { MATCH (t:SkeinCaseTask {case: c.id}) WHERE t.done_at IS NULL } AS open_tasks
ORDER BY c.joined_at, c.id
