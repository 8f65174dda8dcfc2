// Finds: accounts whose papers failed verification or came as poor pictures, show one photo under several names,
//        or name an issuer who cannot be reached but through the account itself.
// Why:   forged papers, and contracts and invoices with as little contact detail as possible (M1, M2, C4, C8).
// Cost:  one pass over HANDED_IN_BY; photos are looked up by index.
// Limits: good forgeries; a picture that is poor and later passed counts little; at most $most_shown papers shown.
MATCH (a:Account)<-[h:HANDED_IN_BY]-(d:Document)
WHERE coalesce(d.submitted_at, '') <= $as_of
  AND (d.verification_result IN ['failed', 'poor_image'] OR d.kind IN $issued_kinds OR d.photo_hash IS NOT NULL)
OPTIONAL MATCH (a)-[then:STATED_THEN]->(a)
WITH a, h, d, coalesce(then, a) AS stated
WITH a, h, d,
     [v IN [stated.email] WHERE v IS NOT NULL | toLower(trim(v))] AS mails,
     [v IN [stated.phone] WHERE v IS NOT NULL | reduce(t = v, c IN [' ', '-', '(', ')', '.', '+'] | replace(t, c, ''))] AS phones,
     toLower(trim(d.issuer_email)) AS issuer_mail,
     reduce(t = d.issuer_phone, c IN [' ', '-', '(', ')', '.', '+'] | replace(t, c, '')) AS issuer_phone,
     split(toLower(trim(stated.email)), '@')[1] AS own_domain,
     split(toLower(trim(d.issuer_email)), '@')[1] AS issuer_domain,
     d.kind IN $issued_kinds AS issued
CALL (d, a) {
  MATCH (other:Document {photo_hash: d.photo_hash})
  WHERE d.name_on_document IS NOT NULL AND other.name_on_document IS NOT NULL
    AND coalesce(other.submitted_at, '') <= $as_of
  RETURN count(DISTINCT toLower(trim(other.name_on_document))) AS photo_names,
         count(DISTINCT other) AS photo_papers
}
WITH a, h, d,
     coalesce(d.verification_result = 'failed', false) AS failed,
     coalesce(d.verification_result = 'poor_image', false) AS poor,
     photo_names > 1 AND photo_papers <= $hub_papers AS photo_shared,
     CASE WHEN photo_papers <= $hub_papers THEN photo_names ELSE 0 END AS photo_names,
     coalesce(issued AND (issuer_mail IN mails OR issuer_phone IN phones
       OR (issuer_domain = own_domain AND NOT own_domain IN $free_domains)), false) AS own_contact,
     coalesce(issued AND issuer_domain IN $free_domains AND NOT issuer_mail IN mails, false) AS free_mail,
     issued AND d.kind IN ['contract', 'invoice'] AND d.issuer_email IS NULL AND d.issuer_phone IS NULL AS no_contact
ORDER BY a.id, coalesce(d.submitted_at, ''), d.id
WITH a, collect({h: h, d: d, failed: failed, poor: poor, photo_shared: photo_shared, photo_names: photo_names,
                 own_contact: own_contact, free_mail: free_mail, no_contact: no_contact}) AS papers
WITH a, papers,
     [p IN papers WHERE p.failed OR p.poor OR p.photo_shared OR p.own_contact OR p.free_mail OR p.no_contact] AS told
WHERE size(told) > 0
CALL (a) {
  MATCH (a)<-[:HANDED_IN_BY]-(d:Document {verification_result: 'passed'})
  WHERE coalesce(d.submitted_at, '') <= $as_of
  RETURN count(d) AS passed, max(d.submitted_at) AS last_passed
}
WITH *, told[..toInteger($most_shown)] AS shown,
     [p IN told WHERE p.poor | p.d] AS poor_papers,
     [p IN told WHERE p.d.submitted_at IS NOT NULL | p.d.submitted_at] AS times
RETURN a.id AS key,
       [a] + [p IN shown | p.d] AS nodes,
       [p IN shown | p.h] AS relations,
       [{of: 'HANDED_IN_BY', rows: size(told), first: times[0], last: times[-1]}] AS counted,
       {
         account: a.id,
         failed: size([p IN told WHERE p.failed]),
         poor_image: size(poor_papers),
         poor_then_passed: size([d IN poor_papers WHERE last_passed >= d.submitted_at]),
         passed: passed,
         photo_under_names: reduce(most = 0, p IN papers | CASE WHEN p.photo_names > most THEN p.photo_names ELSE most END),
         photos_under_names: size([p IN told WHERE p.photo_shared]),
         issuer_is_account: size([p IN told WHERE p.own_contact]),
         issuer_free_mail: size([p IN told WHERE p.free_mail]),
         issuer_without_contact: size([p IN told WHERE p.no_contact]),
         usual_without_contact: $usual_without_contact,
         issued_papers: size([p IN papers WHERE p.d.kind IN $issued_kinds])
       } AS facts
