// How many relations one step around the given nodes has, to say how many a limit left out.
UNWIND $nodes AS elementId
MATCH (n) WHERE elementId(n) = elementId
MATCH (n)-[r]-()
RETURN count(DISTINCT r) AS count
