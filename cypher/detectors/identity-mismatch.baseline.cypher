// Measures: what share of the accounts has each contradiction: what moving, marrying and a partner's bank account
//           make of an honest platform.
// Cost:     one pass a topic over the papers, profiles and payment accounts, and one over the sessions by address.
CALL () {
  MATCH (a:Account) WHERE NOT coalesce(a._stub, false) AND coalesce(a._at, '') <= $as_of
  RETURN toFloat(count(a) + $few_accounts) AS all
}
CALL () {
  MATCH (a:Account)-[:NAME_DISAGREES]->(o:Document|Profile|PaymentAccount)
  WHERE o:PaymentAccount OR coalesce(o._at, '') <= $as_of
  RETURN count(DISTINCT CASE WHEN o:Document THEN a END) AS name_papers,
         count(DISTINCT CASE WHEN o:Profile THEN a END) AS name_profile,
         count(DISTINCT CASE WHEN o:PaymentAccount THEN a END) AS name_payout
}
CALL () {
  MATCH (a:Account)-[:CLAIM_DISAGREES]->(o:Profile) WHERE coalesce(o._at, '') <= $as_of
  RETURN count(DISTINCT a) AS work_history
}
CALL () {
  MATCH (a:Account)<-[:HANDED_IN_BY]-(o:Document)
  WHERE (o.birth_date IS NOT NULL OR o.issuing_country IS NOT NULL) AND coalesce(o._at, '') <= $as_of
    AND coalesce(a._at, '') <= $as_of
  WITH a, o, coalesce(head([(a)-[then:STATED_THEN]->(a) | then]), a) AS stated
  RETURN count(DISTINCT CASE WHEN stated.birth_date <> o.birth_date THEN a END) AS birth_date,
         count(DISTINCT CASE WHEN o.kind IN ['passport', 'national_id'] AND stated.nationality <> o.issuing_country
           THEN a END) AS issuer
}
CALL () {
  MATCH (a:Account)<-[:PROFILE_OF]-(o:Profile) WHERE coalesce(o._at, '') <= $as_of AND coalesce(a._at, '') <= $as_of
  WITH a, o, coalesce(head([(a)-[then:STATED_THEN]->(a) | then]), a) AS stated
  RETURN count(DISTINCT CASE WHEN stated.nationality <> o.nationality THEN a END) AS nationality,
         count(DISTINCT CASE WHEN stated.country <> o.country THEN a END) AS country
}
CALL () {
  MATCH (a:Account)-[r:PAID_THROUGH]->(o:PaymentAccount)
  WHERE r.purpose = 'payout' AND coalesce(r._at, '') <= $as_of AND coalesce(a._at, '') <= $as_of
  WITH a, o, coalesce(head([(a)-[then:STATED_THEN]->(a) | then]), a) AS stated
  RETURN count(DISTINCT CASE WHEN stated.country <> o.country THEN a END) AS payout_country
}
CALL () {
  MATCH (o:Ip)
  WHERE o.country IS NOT NULL AND coalesce(o._at, '') <= $as_of
    AND NOT coalesce(o.kind, '') IN ['hosting', 'vpn', 'tor']
  MATCH (a:Account)-[r:LOGGED_IN_FROM]->(o) WHERE coalesce(r._at, '') <= $as_of
  WITH a, o.country AS country, count(r) AS sessions
  WITH a, country, sessions, coalesce(head([(a)-[then:STATED_THEN]->(a) | then]), a).country AS stated
  WHERE stated IS NOT NULL AND coalesce(a._at, '') <= $as_of
  WITH a, sum(sessions) AS sessions, sum(CASE WHEN country = stated THEN sessions ELSE 0 END) AS home
  WHERE sessions >= $least_sessions AND 1.0 * home / sessions < $most_at_home
  RETURN count(a) AS place
}
RETURN {
  name_papers: round(name_papers / all, 4), name_profile: round(name_profile / all, 4),
  name_payout: round(name_payout / all, 4), birth_date: round(birth_date / all, 4),
  nationality: round(nationality / all, 4), issuer: round(issuer / all, 4), country: round(country / all, 4),
  payout_country: round(payout_country / all, 4), work_history: round(work_history / all, 4),
  place: round(place / all, 4)
} AS usual
