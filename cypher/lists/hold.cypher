// Holds the marking of a list for the rest of the transaction, and says how it stands. One seek.
MERGE (m:SkeinListMarking {list: $list})
SET m.held = true
REMOVE m.held
RETURN m.members AS members, coalesce(m.revision, 0) AS revision
