// Says to whom cases are shown: names, or null, which takes the property away, for everybody who may see cases.
// One seek a case.
MATCH (c:SkeinCase)
WHERE c.id IN $cases
SET c.members = $members, c.revision = coalesce(c.revision, 1) + 1, c.changed = $now, c.changed_by = $by
