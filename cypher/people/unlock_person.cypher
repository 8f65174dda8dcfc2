// After the right password. One seek.
MATCH (p:SkeinPerson {id: $id})
SET p.failed = 0, p.locked_until = null
