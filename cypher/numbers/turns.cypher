// Finds: how states turned since a moment, oldest first, each with what it says something of as that was then.
// Why:   decisions of a period, and whether they were reopened afterwards.
// Cost:  one range of an index: as many rows as there were turns since then.
MATCH (e:SkeinDispositionEntry)
WHERE e.became_at >= $start
RETURN e.id AS id, e.disposition AS disposition, e.at AS at, e.of_kind AS kind, e.became AS became, e.reason AS reason,
       e.waited_since AS waited_since, e.about AS about
ORDER BY e.became_at, e.id
