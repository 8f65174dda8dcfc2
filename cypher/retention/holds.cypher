// The legal holds, oldest first: those in force, or with $lifted those that were lifted too.
// Why: whoever erases or removes asks them first. Cost: all holds, which are few. Limits: none.
MATCH (h:SkeinHold)
WHERE $lifted OR h.lifted_at IS NULL
RETURN h {.*} AS hold
ORDER BY h.at, h.id
