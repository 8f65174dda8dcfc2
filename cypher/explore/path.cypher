// Finds a shortest path between two nodes over every kind of relation, in either direction: how one comes from
// what is selected to what is clicked, when the canvas does not show it. Nodes in the order of the path.
// Two seeks, then a search from both ends at once. Its cost is what lies within half the distance of either end,
// so a path over hubs is found early and a missing one late; the time limit of reads ends what takes too long.
// At most 8 relations (domain/paths.ts). Of several paths of one length, any: it says how near, not how likely.
MATCH (a:`<from>` {id: $from}), (b:`<to>` {id: $to})
MATCH path = shortestPath((a)-[:`<relation>`*..8]-(b))
RETURN
  [n IN nodes(path) | {node: n, degree: COUNT { (n)--() }}] AS nodes,
  relationships(path) AS relations
ORDER BY length(path)
LIMIT 1
