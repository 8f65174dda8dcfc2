// Removes nodes of the program's own, which are tied to nothing.
// Why: a score or finding of one person alone goes with them. Cost: one seek a node. Limits: none.
UNWIND $elements AS element
MATCH (n)
WHERE elementId(n) = element
DELETE n
