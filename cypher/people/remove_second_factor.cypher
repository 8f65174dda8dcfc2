// A person without a second factor. One seek.
MATCH (p:SkeinPerson {id: $person})
SET p.factor_secret = null, p.factor_pending = null, p.factor_key = null, p.factor_step = null, p.factor_recovery = null
