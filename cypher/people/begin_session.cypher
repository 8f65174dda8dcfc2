// A session of a person who has just come in; those of the same person that are over go with it, and the one that the
// same browser had before.
// One seek, and one for the sessions of the person, a few.
MATCH (p:SkeinPerson {id: $session.person})
WHERE p.active
SET p.last_seen = $session.created
CREATE (s:SkeinSession) SET s = $session
WITH s
OPTIONAL MATCH (old:SkeinSession {person: s.person})
WHERE old.id <> s.id AND (old.ends <= s.created OR old.last_seen <= $idle OR old.digest = $before)
DETACH DELETE old
RETURN DISTINCT s.id AS id
