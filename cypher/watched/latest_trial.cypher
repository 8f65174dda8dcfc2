// The latest trial of a version of a pattern.
// Why: who looks at the pattern sees what it was tried on. Cost: the trials of that version, found in the index.
MATCH (t:SkeinPatternTrial {query: $query, version: $version})
RETURN t.json AS json ORDER BY t.at DESC, t.id DESC LIMIT 1
