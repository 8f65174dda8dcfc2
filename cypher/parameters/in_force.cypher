// The latest change of each detector's parameters: what is in force.
// Reads every change: people make them one by one.
MATCH (p:SkeinParameterRevision)
WITH p ORDER BY p.revision DESC
WITH p.detector AS detector, collect(p)[0] AS latest
RETURN latest AS revision ORDER BY detector
