// Every change of one detector's parameters, the one in force first.
// One index range by detector.
MATCH (p:SkeinParameterRevision {detector: $detector})
RETURN p AS revision ORDER BY p.revision DESC
