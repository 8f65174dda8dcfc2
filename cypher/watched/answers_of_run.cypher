// The answers of watched patterns that a run brought to the queue, with what was decided of each.
// Why: the report of the run. Cost: the answers of that run, found in the index, and a seek each.
MATCH (a:SkeinPatternAnswer {run: $run})
OPTIONAL MATCH (d:SkeinDisposition {subject: a.id})
RETURN a AS answer, coalesce(d.state, 'new') AS state ORDER BY a.id
