// Who removes data just now; no row where nobody does. One that was killed holds it until its lease has run out.
// Why: a load asks it before it writes. Cost: one seek. Limits: none.
MATCH (s:Skein {id: 'skein'})
WHERE s.removing = s.lease_holder AND s.lease_until > datetime.realtime().epochMillis
RETURN s.lease_by AS by, s.lease_since AS since
