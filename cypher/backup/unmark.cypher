// Takes the mark away that a database had none of before a backup was to be put back. Cost: one node. Limits: none.
MATCH (s:Skein)
DELETE s
