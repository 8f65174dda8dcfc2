// The sessions of a person that go on, the latest first. One seek in the index of the person.
MATCH (s:SkeinSession {person: $person})
WHERE s.ends > $now AND s.last_seen > $idle
RETURN s {.id, .created, .last_seen, .ends, .by, .agent, .address} AS session
ORDER BY s.last_seen DESC, s.id
