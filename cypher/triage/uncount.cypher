// Has no figure count what was taken back; the entry itself stays. One seek a row.
UNWIND $entries AS id
MATCH (e:SkeinDispositionEntry {id: id})
SET e.became_at = null, e.was = null
