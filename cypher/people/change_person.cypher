// Another role, or on or off; what is null stays.
// One seek.
MATCH (p:SkeinPerson {id: $id})
SET p.role = coalesce($role, p.role), p.active = coalesce($active, p.active)
