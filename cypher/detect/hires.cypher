// Finds: whom each client hired, by a bid that was accepted, or rated, each pair once.
// Why:   a client who hires hardly anybody but members of one group is the group's own, or likes to hire them.
// Cost:  one pass over the accepted bids, and one over the ratings.
// Limits: what the hired say of whoever hired them is left out, and what developers say of one another; whose role is not known
//        may be a client.
CALL () {
  MATCH (client:Account)<-[:POSTED_BY]-(job:Job)<-[bid:BID_ON]-(hired:Account)
  WHERE bid.status = 'accepted' AND coalesce(bid._at, job._at, '') <= $as_of
  RETURN client, hired
  UNION
  MATCH (client:Account)-[rating:RATED]->(hired:Account)
  WHERE coalesce(rating._at, '') <= $as_of
    AND coalesce(coalesce([(client)-[then:STATED_THEN]->(client) | then][0], client).role, 'client') <> 'developer'
    AND coalesce(coalesce([(hired)-[then:STATED_THEN]->(hired) | then][0], hired).role, '') <> 'client'
    AND NOT EXISTS { (:Job {id: rating.job_id})-[:POSTED_BY]->(hired) }
  RETURN client, hired
}
WITH DISTINCT client, hired WHERE client <> hired
RETURN client.id AS client, hired.id AS hired
