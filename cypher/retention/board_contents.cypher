// What the boards of these cases hold, archived ones too.
// Why: a case is held, or open, with everyone who stands on its boards. Cost: one seek a case, and its boards. Limits: none.
MATCH (b:SkeinCaseBoard)
WHERE b.case IN $cases AND b.content IS NOT NULL
RETURN b.case AS case, b.content AS content
