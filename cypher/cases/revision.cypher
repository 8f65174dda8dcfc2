// A board as it was at a revision.
// One seek.
MATCH (r:SkeinBoardRevision {board: $board, revision: toInteger($revision)})
RETURN r {.revision, .at, .by, .nodes, .relations, .notes} AS found, r.content AS content
