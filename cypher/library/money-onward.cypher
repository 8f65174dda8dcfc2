// Finds: where money goes from the payout accounts of $account, over at most three transfers in the order of time.
// Cost: one seek, then the transfers onward; hubs of money make it long, and the limit of rows ends it.
MATCH (a:Account {id: $account})-[:PAID_THROUGH {purpose: 'payout'}]->(p:PaymentAccount)
MATCH way = (p)-[:TRANSFERRED_TO*1..3]->(q:PaymentAccount)
WHERE all(i IN range(0, length(way) - 2) WHERE relationships(way)[i].sent_at <= relationships(way)[i + 1].sent_at)
RETURN way, q AS ends_at, length(way) AS steps, relationships(way)[-1].amount AS last_amount, relationships(way)[-1].currency AS currency
ORDER BY steps, last_amount DESC
