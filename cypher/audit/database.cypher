// The id of the database, which its anchors name. Cost: one node.
MATCH (s:Skein {id: 'skein'})
RETURN s.database AS database
