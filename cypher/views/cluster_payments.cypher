// Finds: through which payment accounts the members of one cluster alone are paid.
// Why:   money that goes from one of these to another's joins their clusters.
// Cost:  a seek an account, then its uses.
// Limits: what members of several clusters use is a thing that they share, and nobody's own money.
UNWIND $members AS member
MATCH (a:Account {id: member.account})-[:PAID_THROUGH]->(p:PaymentAccount)
WITH p, collect(DISTINCT member.cluster) AS clusters
WHERE size(clusters) = 1 AND COUNT { (p)<-[:PAID_THROUGH]-() } <= $crowd
RETURN p.id AS payment, clusters[0] AS cluster
