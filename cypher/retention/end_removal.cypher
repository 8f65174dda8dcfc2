// Says that nobody removes data any more.
// Why: loads may begin again. Cost: one seek. Limits: none.
MATCH (s:Skein {id: 'skein'})
REMOVE s.removing
