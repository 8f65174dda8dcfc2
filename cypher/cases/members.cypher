// To whom a case is shown: names, or null for everybody who may see cases.
// One seek.
MATCH (c:SkeinCase {id: $case})
RETURN c.members AS members
