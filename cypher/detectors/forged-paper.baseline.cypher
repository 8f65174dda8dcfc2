// What is usual: the share of contracts and invoices without any contact of whom they are from. On a platform that
// does not keep those columns all are without, which then says nothing.
OPTIONAL MATCH (d:Document)
WHERE d.kind IN ['contract', 'invoice'] AND coalesce(d.submitted_at, '') <= $as_of
WITH count(d) AS papers,
     count(CASE WHEN d.issuer_email IS NULL AND d.issuer_phone IS NULL THEN d END) AS without
RETURN CASE WHEN papers = 0 THEN 1.0 ELSE toFloat(without) / papers END AS usual_without_contact
