// Measures: of the accounts that met clients, what share was closed within the horizon of the first contact.
// Cost:     one pass over accepted bids and messages.
MATCH (a:Account)
WHERE NOT coalesce(a._stub, false) AND coalesce(a.created_at, '') <= $as_of
CALL (a) {
  MATCH (a)-[b:BID_ON]->(:Job) WHERE b.status = 'accepted' AND b.submitted_at <= $as_of
  RETURN b.submitted_at AS at
UNION ALL
  MATCH (a)<-[:HANDED_IN_BY]-(m:Document)-[:ADDRESSED_TO]->(:Account) WHERE m.submitted_at <= $as_of
  RETURN m.submitted_at AS at
UNION ALL
  MATCH (a)<-[:ADDRESSED_TO]-(m:Document) WHERE m.submitted_at <= $as_of
  RETURN m.submitted_at AS at
}
WITH a, min(at) AS met
OPTIONAL MATCH (a)-[then:STATED_THEN]->(a)
WITH coalesce(then, a) AS stated, met
WITH count(stated) AS met_clients,
     count(CASE
       WHEN stated.closed_at <= $as_of AND stated.closed_at >= met
         AND datetime(stated.closed_at).epochSeconds - datetime(met).epochSeconds <= $horizon_days * 86400 THEN 1
     END) AS quiet
RETURN met_clients AS usual_met, round(1.0 * quiet / (met_clients + 1), 4) AS usual_quiet
