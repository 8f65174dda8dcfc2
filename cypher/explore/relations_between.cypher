// The relations of one type between given pairs of nodes, at the time that the evidence names: finds the
// stored relation (its key and columns) behind each fact of a finding.
// Two seeks a pair, then an expand from the end with fewer relations; the hints keep the planner from reading
// every relation of one end, which may be an address of a million sessions.
UNWIND $pairs AS pair
MATCH (a:`<from>` {id: pair.from})-[r:`<relation>`]->(b:`<to>` {id: pair.to})
USING INDEX SEEK a:`<from>`(id)
USING INDEX SEEK b:`<to>`(id)
WHERE coalesce(r._at, '') = pair.at
RETURN pair.index AS index, r AS relation
