// Every change of the weights, the one in force first.
// Reads every change: people make them one by one.
MATCH (w:SkeinWeightRevision)
RETURN w AS revision ORDER BY w.revision DESC
