// Finds: accounts whose bids were accepted by the clients that accepted bids of $account, by how many clients they share.
// Cost: one seek, then the jobs of the clients and their accepted bids.
MATCH (a:Account {id: $account})-[:BID_ON {status: 'accepted'}]->(:Job)-[:POSTED_BY]->(client:Account)
WITH DISTINCT a, client
MATCH (client)<-[:POSTED_BY]-(job:Job)<-[:BID_ON {status: 'accepted'}]-(other:Account)
WHERE other <> a
RETURN other AS account, count(DISTINCT client) AS clients, count(DISTINCT job) AS jobs, collect(DISTINCT client)[..10] AS shared
ORDER BY clients DESC, jobs DESC, account.id
