// One case by its id. One seek.
MATCH (c:SkeinCase {id: $id})
RETURN c {.*, boards: COUNT { MATCH (b:SkeinCaseBoard {case: c.id}) WHERE NOT b.archived }} AS found
