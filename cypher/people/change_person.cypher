// Another role, on or off, or whether they come in by single sign-on; what is null stays. Whoever does no longer, comes in by a
// link; whoever is to, is known by their name the next time.
// One seek.
MATCH (p:SkeinPerson {id: $id})
SET p.role = coalesce($role, p.role), p.active = coalesce($active, p.active),
    p.awaits_provider = CASE WHEN $sign_on IS NULL THEN p.awaits_provider WHEN $sign_on AND p.provider_key IS NULL THEN true END,
    p.provider_key = CASE WHEN $sign_on = false THEN null ELSE p.provider_key END
