// What tells this database from others: made when it was prepared, and kept.
// One node.
MATCH (s:Skein {id: 'skein'})
RETURN s.database AS database
