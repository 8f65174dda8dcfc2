// Ends an erasure: what it had to know of the person goes, and the keyed digest stays.
// Why: a load tells by it whom it must not bring back. Cost: one seek. Limits: none.
MATCH (e:SkeinErasure {id: $id})
SET e.ended = $ended, e.certificate = $certificate
REMOVE e.account, e.plan, e.reason, e.found
