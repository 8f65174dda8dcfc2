// What was done, oldest first (an id begins with its time): of a disposition and those that it goes on from.
// One seek in the index a disposition.
MATCH (e:SkeinDispositionEntry)
WHERE e.disposition IN $dispositions
RETURN e AS entry ORDER BY e.id
