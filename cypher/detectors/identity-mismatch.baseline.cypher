// Measures: what share of the accounts has each contradiction: what moving, marrying and a partner's bank account
//           make of an honest platform.
// Cost:     one pass a topic over the papers, profiles and payment accounts, and one over the sessions.
CALL () {
  MATCH (a:Account) WHERE NOT coalesce(a._stub, false) AND coalesce(a._at, '') <= $as_of
  RETURN count(a) AS accounts
}
CALL () {
  MATCH (a:Account)-[r:NAME_DISAGREES]->(o:Document)
  WHERE coalesce(o._at, '') <= $as_of
  RETURN count(DISTINCT a) AS name_papers
}
CALL () {
  MATCH (a:Account)-[r:NAME_DISAGREES]->(o:Profile)
  WHERE coalesce(o._at, '') <= $as_of
  RETURN count(DISTINCT a) AS name_profile
}
CALL () {
  MATCH (a:Account)-[r:NAME_DISAGREES]->(o:PaymentAccount)
  WHERE true
  RETURN count(DISTINCT a) AS name_payout
}
CALL () {
  MATCH (a:Account) WHERE coalesce(a._at, '') <= $as_of
  OPTIONAL MATCH (a)-[then:STATED_THEN]->(a)
  WITH a, coalesce(then, a) AS stated
  MATCH (a)<-[r:HANDED_IN_BY]-(o:Document)
  WHERE stated.birth_date <> o.birth_date AND coalesce(o._at, '') <= $as_of
  RETURN count(DISTINCT a) AS birth_date
}
CALL () {
  MATCH (a:Account) WHERE coalesce(a._at, '') <= $as_of
  OPTIONAL MATCH (a)-[then:STATED_THEN]->(a)
  WITH a, coalesce(then, a) AS stated
  MATCH (a)<-[r:PROFILE_OF]-(o:Profile)
  WHERE stated.nationality <> o.nationality AND coalesce(o._at, '') <= $as_of
  RETURN count(DISTINCT a) AS nationality
}
CALL () {
  MATCH (a:Account) WHERE coalesce(a._at, '') <= $as_of
  OPTIONAL MATCH (a)-[then:STATED_THEN]->(a)
  WITH a, coalesce(then, a) AS stated
  MATCH (a)<-[r:HANDED_IN_BY]-(o:Document)
  WHERE o.kind IN ['passport', 'national_id'] AND stated.nationality <> o.issuing_country AND coalesce(o._at, '') <= $as_of
  RETURN count(DISTINCT a) AS issuer
}
CALL () {
  MATCH (a:Account) WHERE coalesce(a._at, '') <= $as_of
  OPTIONAL MATCH (a)-[then:STATED_THEN]->(a)
  WITH a, coalesce(then, a) AS stated
  MATCH (a)<-[r:PROFILE_OF]-(o:Profile)
  WHERE stated.country <> o.country AND coalesce(o._at, '') <= $as_of
  RETURN count(DISTINCT a) AS country
}
CALL () {
  MATCH (a:Account) WHERE coalesce(a._at, '') <= $as_of
  OPTIONAL MATCH (a)-[then:STATED_THEN]->(a)
  WITH a, coalesce(then, a) AS stated
  MATCH (a)-[r:PAID_THROUGH]->(o:PaymentAccount)
  WHERE r.purpose = 'payout' AND stated.country <> o.country AND coalesce(r._at, '') <= $as_of
  RETURN count(DISTINCT a) AS payout_country
}
CALL () {
  MATCH (a:Account)-[r:CLAIM_DISAGREES]->(o:Profile)
  WHERE coalesce(o._at, '') <= $as_of
  RETURN count(DISTINCT a) AS work_history
}
CALL () {
  MATCH (a:Account) WHERE coalesce(a._at, '') <= $as_of
  OPTIONAL MATCH (a)-[then:STATED_THEN]->(a)
  WITH a, coalesce(then, a) AS stated
  MATCH (a)-[r:LOGGED_IN_FROM]->(o:Ip)
  WHERE stated.country IS NOT NULL AND o.country IS NOT NULL AND coalesce(r._at, '') <= $as_of
    AND coalesce(o._at, '') <= $as_of
    AND NOT coalesce(o.kind, '') IN ['hosting', 'vpn', 'tor']
  WITH a, stated, count(r) AS sessions, count(CASE WHEN o.country = stated.country THEN 1 END) AS home
  WHERE sessions >= $least_sessions AND 1.0 * home / sessions < $most_at_home
  RETURN count(a) AS place
}
WITH *, toFloat(accounts + $few_accounts) AS all
RETURN {
  name_papers: round(name_papers / all, 4),
  name_profile: round(name_profile / all, 4),
  name_payout: round(name_payout / all, 4),
  birth_date: round(birth_date / all, 4),
  nationality: round(nationality / all, 4),
  issuer: round(issuer / all, 4),
  country: round(country / all, 4),
  payout_country: round(payout_country / all, 4),
  work_history: round(work_history / all, 4),
  place: round(place / all, 4)
} AS usual
