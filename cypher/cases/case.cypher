// One case by its id. One seek.
MATCH (c:Case {id: $id})
RETURN c {.*, boards: COUNT { MATCH (b:CaseBoard {case: c.id}) WHERE NOT b.archived }} AS found
