// The history of a board without the contents, latest first.
// One seek in the index of the board's id; the history is thinned, so its length is bounded.
MATCH (r:SkeinBoardRevision {board: $board})
RETURN r {.revision, .at, .by, .nodes, .relations, .notes} AS found
ORDER BY r.revision DESC
