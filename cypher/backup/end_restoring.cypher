// From here on the database may be served. Cost: one node. Limits: none.
MATCH (s:Skein {id: 'skein'})
REMOVE s.restoring, s.restoring_by, s.restoring_since
