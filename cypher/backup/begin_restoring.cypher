// Marks the database as one that a backup is being put back into; it has no version until that has ended.
// Why: no program serves a half of it, earlier ones neither. Cost: one node. Limits: $restoring, $by, $since.
MERGE (s:Skein {id: 'skein'})
SET s.restoring = $restoring, s.restoring_by = $by, s.restoring_since = $since
REMOVE s.schema_version, s.raised_from
