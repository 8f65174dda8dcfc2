// Says until when, and why, personal data is shown in a session; or no more, where both are null. One seek in the index of the person.
MATCH (s:SkeinSession {person: $person})
WHERE s.id = $session
SET s.shows_until = $until, s.shows_why = $why
RETURN s.id AS id
