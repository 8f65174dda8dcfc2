// Finds: accounts that are paid into a payment account of $account, and what they are paid into.
// Cost: one seek, then the payment accounts and their users.
MATCH (a:Account {id: $account})-[own:PAID_THROUGH]->(p:PaymentAccount)<-[other:PAID_THROUGH]-(b:Account)
WHERE own.purpose = 'payout' AND other.purpose = 'payout'
RETURN b AS account, p AS payout, other.first_used_at AS first_used, own, other
ORDER BY first_used, b.id
