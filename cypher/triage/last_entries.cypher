// The last thing that was done to each disposition, comments aside, with what it was before.
// One seek in the index a disposition, and its entries.
UNWIND $dispositions AS disposition
CALL (disposition) {
  MATCH (e:SkeinDispositionEntry {disposition: disposition})
  WHERE e.kind <> 'comment'
  RETURN e ORDER BY e.id DESC LIMIT 1
}
RETURN disposition, e.id AS entry, e.by AS by, e.was AS was
