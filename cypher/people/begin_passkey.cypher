// A passkey is to be made for a person who has just given their password: by which challenge, and until when. One seek.
MATCH (p:SkeinPerson {id: $person})
SET p.passkey_begun = $challenge, p.passkey_until = $until
