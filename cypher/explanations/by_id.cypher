// A check of an honest explanation, and the disposition that it hangs on. Why: it is withdrawn. Cost: two seeks. Limits: one.
MATCH (c:SkeinExplanationCheck {id: $id})
MATCH (d:SkeinDisposition {id: c.disposition})
RETURN c AS check, d AS disposition
