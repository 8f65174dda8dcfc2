// Notes that data were removed, whatever they were, as a load notes what it wrote.
// Why: a run over what changed must ask everything again. Cost: one node. Limits: none.
CREATE (:SkeinRemoval {id: $id, ended: $at, touched: $touched})
