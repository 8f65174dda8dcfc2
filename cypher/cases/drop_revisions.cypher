// Drops revisions that the rule of the history no longer keeps.
// One seek each.
UNWIND $revisions AS revision
MATCH (r:SkeinBoardRevision {board: $board, revision: toInteger(revision)})
DELETE r
