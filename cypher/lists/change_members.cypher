// Says who alone may know of a list: names, or null, which takes the property away, for all. One seek.
MATCH (m:SkeinListMarking {list: $list})
SET m.members = $members, m.revision = $revision, m.why = $why, m.changed = $now, m.changed_by = $by
