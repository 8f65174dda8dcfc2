// Revokes an exception; it stays, with who revoked it, when and why. No row when it was revoked before.
// One seek by id; the first SET takes the lock, so that of two who revoke it at once one comes too late.
MATCH (x:SkeinWeightException {id: $id})
SET x.id = x.id
WITH x
WHERE x.revoked_at IS NULL
SET x.revoked_by = $by, x.revoked_at = $at, x.revoked_why = $why
RETURN x AS exception
