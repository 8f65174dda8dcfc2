// When boards were saved: of each day and person one row, with how often and when last. The first save made the board.
// One seek a board in the index of the board's id; the history of a board is thinned, so its length is bounded.
MATCH (r:SkeinBoardRevision)
WHERE r.board IN $boards AND r.revision > 1
WITH r.board AS board, r.by AS by, left(r.at, 10) AS day, count(*) AS times, max(r.at) AS at
RETURN board, by, day, times, at
