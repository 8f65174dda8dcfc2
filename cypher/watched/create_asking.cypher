// Keeps what a run asked a watched pattern, and how many answers there were. One seek and one node.
MERGE (q:SkeinPatternAsking {watch: $row.watch, run: $row.run})
SET q = $row
