// The watches in force, by the phrase.
// Reads every watch: people set them one by one.
MATCH (w:SkeinPatternWatch)
WHERE w.active IS NOT NULL
RETURN w AS watch ORDER BY toLower(w.title), w.id
