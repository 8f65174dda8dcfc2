// Entries as an auditor asks for them, the latest first: by act, person, home and time; by words in what they say; `own` are those of
// this home whose personal values, which are not here, have the words or name the thing.
// Why: by number alone a page begins where the one before ended, however much is recorded meanwhile.
// Cost: backwards in the index of the number (or of act or person), as far as a page takes; a rare word reads all.
// Limits: $limit entries.
MATCH (e:SkeinAuditEntry)
WHERE e.number < $before
  AND ($act IS NULL OR e.act = $act)
  AND ($by IS NULL OR e.by = $by)
  AND ($log IS NULL OR e.log = $log)
  AND ($since IS NULL OR e.at >= $since)
  AND ($until IS NULL OR e.at < $until)
  AND ($thing IS NULL OR (e.log = $home AND e.entry IN $thing))
  AND all(word IN $words WHERE e.words CONTAINS word.text OR (e.log = $home AND e.entry IN word.own))
RETURN e {.*} AS entry ORDER BY e.number DESC LIMIT toInteger($limit)
