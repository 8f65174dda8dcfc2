// Whether anything is tied to anything.
// Why: nodes of the program's own are not; who is, is data. Cost: one relation. Limits: none.
MATCH ()-[r]->()
RETURN true AS tied LIMIT 1
