// Finds: accounts, people and companies whose name, papers or payment holder agree with an entry of a loaded list.
// Why:   bodies and people that send the workers are listed, in whatever script they write themselves (C12, C13).
// Cost:  one pass over the ties to list entries, which are few; grouped by holder and entry.
// Limits: a name alone identifies nobody; entries without birth date, address or number can hardly be told from namesakes.
MATCH (s:Account|Person|Company|Document|PaymentAccount)-[t:SAME_NAME|SAME_IDENTIFIER|SAME_ADDRESS]->(w:WatchlistEntry)
WHERE coalesce(s._at, '') <= $as_of AND coalesce(w.listed_on, '') <= $as_of
CALL (s) {
  WITH s WHERE s:Account OR s:Person OR s:Company
  RETURN s AS holder, [] AS via
UNION
  WITH s WHERE s:Document
  MATCH (s)-[h:HANDED_IN_BY]->(a:Account)
  RETURN a AS holder, [h] AS via
UNION
  WITH s WHERE s:PaymentAccount
  MATCH (s)<-[u:PAID_THROUGH]-(a:Account) WHERE coalesce(u._at, startNode(u)._at, '') <= $as_of
  RETURN a AS holder, collect(u) AS via
}
WITH w, holder, s, t, via ORDER BY type(t), s.id, t.key
WITH w, holder, collect(DISTINCT s) AS named, collect(t) AS ties, reduce(all = [], v IN collect(via) | all + v) AS vias
WITH w, holder, named, ties, vias,
     coalesce(reduce(best = 0.0, t IN ties | CASE WHEN type(t) = 'SAME_NAME' AND t.score > best THEN t.score ELSE best END), 0.0) AS name_score,
     reduce(best = 0.0, t IN ties | CASE WHEN type(t) = 'SAME_IDENTIFIER' AND t.score > best THEN t.score ELSE best END) AS identifier_score,
     reduce(best = 0.0, t IN ties | CASE WHEN type(t) = 'SAME_ADDRESS' AND t.score > best THEN t.score ELSE best END) AS address_score
WHERE name_score > 0 OR identifier_score > 0
WITH w, collect({holder: holder, named: named, ties: ties, vias: vias, name_score: name_score,
                 identifier_score: identifier_score, address_score: address_score}) AS found
WITH w, found, size(found) AS namesakes
UNWIND found AS f
WITH w, f, namesakes, f.holder AS holder
WITH w, f, namesakes, holder, coalesce(head([l IN labels(holder) WHERE l IN ['Account', 'Person', 'Company']]), '') AS type
OPTIONAL MATCH (holder)-[then:STATED_THEN]->(holder)
WITH w, f, namesakes, holder, type, coalesce(then, holder) AS stated
ORDER BY w._key, type, holder.id
RETURN type + ' ' + holder.id + ' ' + w._key AS key,
       [holder, w] + f.named AS nodes,
       f.ties + f.vias AS relations,
       {
         subject: holder.id,
         subject_type: toLower(type),
         name: coalesce(stated.legal_name, stated.name, stated.display_name, holder.id),
         list: w.list,
         entry: w.id,
         entry_name: coalesce(w.name, w.id),
         entry_kind: w.kind,
         entry_country: w.country,
         name_score: f.name_score,
         identifier_score: f.identifier_score,
         address_score: f.address_score,
         reasons: [t IN f.ties | toLower(replace(type(t), '_', ' ')) + ': ' + coalesce(t.reason, '')],
         namesakes: namesakes
       } AS facts
