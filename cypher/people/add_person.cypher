// Adds a person, once: of a name that is taken it changes nothing, and answers so.
// One seek.
MERGE (p:SkeinPerson {key: $key})
ON CREATE SET p.id = $id, p.name = $name, p.role = $role, p.active = true, p.created = $now, p.created_by = $by, p.failed = 0
RETURN p.id = $id AS added
