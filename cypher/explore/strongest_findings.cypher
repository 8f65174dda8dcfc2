// What findings of a run say, by their ids.
// Why: a cluster's title names what the finding that holds it most names. Cost: a seek each. Limits: of the clusters of a page.
UNWIND $ids AS id
MATCH (f:SkeinFinding {run: $run, id: id})
RETURN id, f.json AS json
