// Which of these values another node of the type states too, in a column that may hold them.
// Why: a value that others have is theirs as well, and stays. Cost: one scan of the type. Limits: none.
MATCH (n:`<label>`)
WHERE NOT n.id IN $but
UNWIND [column IN $columns WHERE n[column] IS NOT NULL AND n[column] IN $values | n[column]] AS value
RETURN DISTINCT value
