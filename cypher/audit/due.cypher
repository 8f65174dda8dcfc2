// Claims the next anchor: of several servers one makes it. No row where the last is not old enough. Why: the write comes first, and
// so the lock. Cost: one seek. Limits: a server that fails tries again once `before` has passed.
MATCH (c:SkeinAuditChain {id: 'chain'})
SET c.claimed = randomUUID()
WITH c WHERE c.anchored IS NULL OR c.anchored <= $before
SET c.anchored = $now
RETURN c.count AS count
