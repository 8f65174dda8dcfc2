// Finds: the screenings of some lists, and their loads.
// Why:   each is of a list by itself, under an id that no entry has.
// Cost:  one pass over the screenings.
// Limits: a list that was loaded without a feed has none.
MATCH (s:SkeinScreening)
WHERE s.list IN $lists
RETURN s.id AS id, s.json AS json
